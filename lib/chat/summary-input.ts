import { z } from "zod";
import { Choice } from "@/lib/router/choice";

/** Ids are made by the client, so that a repeated request is recognised. */
export const SummaryInput = z.object({
  chatId: z.uuid(),
  /** The last message that is summarised, and all that leads to it. */
  parentId: z.uuid(),
  summaryId: z.uuid(),
  choice: Choice,
});
export type SummaryInput = z.infer<typeof SummaryInput>;
