/** Thirty updates a second: at 50 tokens a second tokens are 20 ms apart, and a shorter frame merges none. */
const FRAME_MS = 33;

const waiting = new Set<() => void>();

/** Calls `flush` once at the end of the current frame. One timer serves every stream. */
export function atFrameEnd(flush: () => void): void {
  if (waiting.size === 0) setTimeout(endFrame, FRAME_MS);
  waiting.add(flush);
}

function endFrame(): void {
  const due = [...waiting];
  waiting.clear();
  for (const flush of due) flush();
}
