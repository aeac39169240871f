import { z } from "zod";
import { typedText } from "@/lib/typed-text";

/** Longer ones stay in the browser where they are typed. */
export const MAX_DRAFT_CHARACTERS = 100_000;

/** Whose draft: a chat's, or that of the next new chat. */
export const DraftKey = z.union([z.uuid(), z.literal("new")]);

/** `base`: the version that was changed; 0 where there was none. */
export const DraftChange = z.object({
  text: typedText().max(MAX_DRAFT_CHARACTERS),
  base: z.int().min(0),
});
export type DraftChange = z.infer<typeof DraftChange>;

/** A draft as the server has it; version 0 where it has none. */
export interface ServerDraft {
  text: string;
  version: number;
}

export const NO_DRAFT: ServerDraft = { text: "", version: 0 };

/** `saved`: as it was sent. Otherwise another device wrote meanwhile, and `current` is what it wrote. */
export type DraftSaved = { saved: true; version: number } | { saved: false; current: ServerDraft };
