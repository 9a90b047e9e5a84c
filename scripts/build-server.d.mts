export function bundle(out: string, entries: Readonly<Record<string, string>>): Promise<void>
