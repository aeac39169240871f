/** Milliseconds for which pieces of text are gathered: twenty-five updates a second read as a steady flow. */
const FRAME_MS = 40;
/** Where very many answers are written at once, text still moves ten times a second. */
const LONGEST_FRAME_MS = 100;
/** An update costs by its event and its write, not by its length, so frames grow before more than this are sent. */
const UPDATES_A_SECOND = 1_000;
/** Of a frame: who has been silent for so long is not held back. Below one, so that what one stage has gathered for
 *  a frame does not wait another at the next. */
const SILENCE = 0.75;

const dirty = new Set<() => void>();
let timer: NodeJS.Timeout | null = null;
let frameMs = FRAME_MS;

/** Calls `flush` once at the end of the current frame, however often it is asked for. One timer serves every stream
 *  of the process, and none runs while nothing streams. */
export function atFrameEnd(flush: () => void): void {
  dirty.add(flush);
  if (timer === null) timer = setTimeout(endFrame, frameMs);
}

/** Takes back what `atFrameEnd` was asked for. */
export function notAtFrameEnd(flush: () => void): void {
  dirty.delete(flush);
}

/** @param sinceMs milliseconds since the last update
 *  @returns whether the next may go at once */
export const isFrameOver = (sinceMs: number): boolean => sinceMs >= frameMs * SILENCE;

/** @param streams how many had something to say in one frame
 *  @returns milliseconds of the next */
export const frameLength = (streams: number): number =>
  Math.min(Math.max((streams * 1000) / UPDATES_A_SECOND, FRAME_MS), LONGEST_FRAME_MS);

function endFrame(): void {
  timer = null;
  const due = [...dirty];
  dirty.clear();
  frameMs = frameLength(due.length);
  for (const flush of due) flush();
}
