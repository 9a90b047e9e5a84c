// Names of things, as branded strings, so that a person's id can never stand where a school's is wanted.
// Rows and ops are UUIDs made on the device (v7); persons, schools and districts get theirs from the server.

export type PersonId = string & { readonly __id: 'person' }
export type SchoolId = string & { readonly __id: 'school' }
export type DistrictId = string & { readonly __id: 'district' }
export type RowId = string & { readonly __id: 'row' }
export type OpId = string & { readonly __id: 'op' }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a lower-case UUID of any version. */
export const isUuid = (text: string): boolean => UUID.test(text)
