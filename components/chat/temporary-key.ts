const PREFIX = "temporary:";

/** Names what is typed in a temporary chat: it is kept in its tab alone, and on no server. */
export const temporaryKey = (name: string): string => PREFIX + name;

export const isTemporaryKey = (key: string): boolean => key.startsWith(PREFIX);

/** Where what is typed under a key is kept in this browser. */
export const storageOf = (key: string): Storage => (isTemporaryKey(key) ? sessionStorage : localStorage);
