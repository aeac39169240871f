import { z } from "zod";
import { typedText } from "@/lib/typed-text";

/** Why somebody reads what is not theirs: they say so before they see a word of it. */
const Reason = typedText().trim().min(3).max(300);

/** A page of one member's chats, from the newest on. */
export const ListMemberChats = z.strictObject({
  personId: z.uuid(),
  reason: Reason,
  after: z.strictObject({ updatedAt: z.iso.datetime(), chatId: z.uuid() }).optional(),
});
export type ListMemberChats = z.infer<typeof ListMemberChats>;

/** A page of one chat, from its end backwards. */
export const ReadMemberChat = z.strictObject({
  chatId: z.uuid(),
  reason: Reason,
  /** The last place of the path that is read; left out: its end. */
  upTo: z.int().min(0).optional(),
});
export type ReadMemberChat = z.infer<typeof ReadMemberChat>;

/** What is in the audit of what was read of others. */
export const READINGS = ["content.list", "content.read"] as const;
export type ReadingAction = (typeof READINGS)[number];
