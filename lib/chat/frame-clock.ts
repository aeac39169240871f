/** Milliseconds for which deltas are gathered: twenty-five updates a second read as a steady flow. */
export const FRAME_MS = 40;

const dirty = new Set<() => void>();
let timer: NodeJS.Timeout | null = null;

/** Calls `flush` once at the end of the current frame, however often it is asked for. One timer serves every run,
 *  and none runs while nothing streams. */
export function atFrameEnd(flush: () => void): void {
  dirty.add(flush);
  if (timer === null) timer = setTimeout(endFrame, FRAME_MS);
}

function endFrame(): void {
  timer = null;
  const due = [...dirty];
  dirty.clear();
  for (const flush of due) flush();
}
