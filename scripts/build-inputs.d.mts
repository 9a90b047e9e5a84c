export function buildInputs(root: string): string;
export function buildIsCurrent(root: string): boolean;
