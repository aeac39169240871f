import { deltaChunk, type PartKind, partEndChunk, partStartChunk } from "./ui-chunks";

/** One piece of an answer and where it stands: each character, each beginning and each end of a part counts one, so
 *  that a position means the same on every replica, however the pieces were cut. */
export interface Frame {
  from: number;
  to: number;
  /** What of it comes after `position`; all of it unless that is inside. */
  after(position: number): Uint8Array;
}

export const partStartFrame = (kind: PartKind, id: string, from: number): Frame => ({
  from,
  to: from + 1,
  after: () => partStartChunk(kind, id, from + 1),
});

export const deltaFrame = (kind: PartKind, id: string, text: string, from: number): Frame => ({
  from,
  to: from + text.length,
  after: (position) =>
    deltaChunk(kind, id, position > from ? text.slice(position - from) : text, from + text.length),
});

export const partEndFrame = (kind: PartKind, id: string, from: number): Frame => ({
  from,
  to: from + 1,
  after: () => partEndChunk(kind, id, from + 1),
});
