/** Calls back once when the process that started this one is gone. */
export function watchParent(onGone: () => void): void;
