import { type Headroom, readHeadroom, withCall } from "./headroom";

const SLOT = Symbol.for("wye.headroom");
const MOST_KEYS = 10_000;
const holder = globalThis as { [SLOT]?: Map<string, Headroom> };

/** By credential: what its vendor said last, to this process. A guess that another replica makes differently costs a
 *  call that is refused and goes elsewhere; it is no truth that has to be shared. */
function known(): Map<string, Headroom> {
  holder[SLOT] ??= new Map();
  return holder[SLOT];
}

export function headroomOf(credentialId: string): Headroom | null {
  return known().get(credentialId) ?? null;
}

/** Keeps what an answer, or a refusal, says of its key's limits. */
export function noteHeadroom(
  credentialId: string,
  headers: Readonly<Record<string, string | undefined>>,
  now: Date,
): void {
  const headroom = readHeadroom(headers, now);
  if (headroom === null) return;
  const all = known();
  if (all.size >= MOST_KEYS) all.clear();
  all.set(credentialId, headroom);
}

/** A call is under way: what it takes is not there for the next, before the vendor says so. */
export function takeHeadroom(credentialId: string, tokens: number, now: Date): void {
  const before = known().get(credentialId);
  if (before) known().set(credentialId, withCall(before, tokens, now.getTime()));
}
