/** What tells this process from a later one with the same number, or null when it is gone or a zombie. */
export function processIdentity(pid: number): string | null;
export function isAlive(identity: string): boolean;
