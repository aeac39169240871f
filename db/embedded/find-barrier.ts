import { type Stats, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

interface User {
  uid: number;
  gid: number;
}

/** What is wanted of a path: to read and run or search it, or only to pass through it. */
const MODES = { use: 0o5, pass: 0o1 };

function allows({ uid, gid, mode }: Stats, user: User, wanted: number): boolean {
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

/** What keeps a user from what is wanted of an existing path: the path itself, or a folder above that may not be
 *  passed; null when nothing does. Access lists and mount options are not seen. */
export function findBarrier(path: string, user: User, wanted: keyof typeof MODES): string | null {
  const target = resolve(path);
  if (!allows(statSync(target), user, MODES[wanted])) return target;
  for (let folder = dirname(target); ; folder = dirname(folder)) {
    if (!allows(statSync(folder), user, MODES.pass)) return folder;
    if (folder === dirname(folder)) return null;
  }
}
