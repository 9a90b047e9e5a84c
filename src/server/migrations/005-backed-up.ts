// Up to which change number a verified backup exists; phones keep their acknowledged ops until it has passed them.

export const sql = `
alter table district add column backed_up_through bigint not null default 0;
`
