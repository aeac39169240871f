export type LockNote = Readonly<Record<string, string>>;

export interface LockHolder {
  pid: number;
  identity: string;
  note: LockNote;
}

export interface FileLock {
  setNote(note: LockNote): void;
  release(): void;
}

/** Who holds the lock now, or null. */
export function lockHolder(folder: string): LockHolder | null;
/** Takes the lock if it is free. `note` is told to whoever finds it held. */
export function tryLock(folder: string, note?: LockNote): FileLock | null;
/** Waits for the lock. `onWait` is called once, with the holder, when it is not free at once.
 *  @throws when `waitMs` have passed. */
export function acquireLock(
  folder: string,
  options?: { waitMs?: number; onWait?: (holder: LockHolder) => void },
): Promise<FileLock>;
