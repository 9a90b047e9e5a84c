// The few rows of each dossier that are no hours (posts, titles, rotations …): what most reports read, of everybody. Found by
// themselves, without looking through the hours, of which there are twenty times as many.

export const sql = `
create index document_row_beside_hours on document_row (district, subject_id, kind) where kind <> 'hours';
`
