export function setPreviousAssetsAside(root: string): void
export function bringPreviousAssetsBack(root: string, now: number): void
