import { z } from "zod";

/** One message of a chat, as the page names it. */
export const MessageRef = z.object({ chatId: z.uuid(), messageId: z.uuid() });
export type MessageRef = z.infer<typeof MessageRef>;
