import { z } from "zod";
import { typedText } from "@/lib/typed-text";

/** What a legal hold covers: all of a team, all of one person's in it, or one chat. */
export type HoldScope = "team" | "person" | "chat";

const Note = typedText().trim().max(300);

/** A person is named by their e-mail, a chat by its id. */
export const HoldInput = z.discriminatedUnion("scope", [
  z.strictObject({ scope: z.literal("team"), note: Note }),
  z.strictObject({ scope: z.literal("person"), email: z.string().trim().max(320), note: Note }),
  z.strictObject({ scope: z.literal("chat"), chatId: z.uuid(), note: Note }),
]);
export type HoldInput = z.infer<typeof HoldInput>;
