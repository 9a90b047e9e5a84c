// Which numbers a device has used: looked up with every push, to notice two databases that go by the same device (a copied profile).

export const sql = `
create index op_log_by_device on op_log (district, device, n);
`
