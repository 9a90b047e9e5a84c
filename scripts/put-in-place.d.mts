export function putInPlace(made: string, place: string): void
export function clearLeftovers(root: string, name: string): void
