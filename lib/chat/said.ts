import { z } from "zod";
import type { PartKind } from "./ui-chunks";

/** What a run said, in order; neighbours are of different kinds within one list. */
export type Said = [kind: PartKind, text: string][];

const Payload = z.array(z.tuple([z.enum(["reasoning", "text"]), z.string()]));

/** Adds to the end of a list, to its last entry where the kind is the same. */
export function addSaid(said: Said, kind: PartKind, text: string): void {
  const last = said.at(-1);
  if (last?.[0] === kind) last[1] += text;
  else said.push([kind, text]);
}

/** Half of a surrogate pair at an end survives, because JSON escapes it. */
export const toPayload = (said: Said): string => JSON.stringify(said);

/** @throws Error when this is no event of a run */
export const fromPayload = (payload: string): Said => Payload.parse(JSON.parse(payload));

/** All of one kind that these events say, in order. */
export function textOfKind(events: readonly { payload: string }[], kind: PartKind): string {
  return events
    .flatMap(({ payload }) => fromPayload(payload))
    .map(([of, text]) => (of === kind ? text : ""))
    .join("");
}
