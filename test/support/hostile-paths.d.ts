export function showHostile(): Promise<string[]>;
