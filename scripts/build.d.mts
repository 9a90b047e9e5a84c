export function buildIfStale(): void
export function buildServerIfStale(): void
