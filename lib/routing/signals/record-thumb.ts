import { z } from "zod";
import { setThumb } from "@/db/queries/decision-signals";
import { MessageRef } from "@/lib/chat/message-ref";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";

/** 1: good, -1: bad; null takes it back. */
export const ThumbInput = MessageRef.extend({ thumb: z.union([z.literal(1), z.literal(-1)]).nullable() });
export type ThumbInput = z.infer<typeof ThumbInput>;

/** Keeps what a person thinks of an answer.
 *  @throws AppError `not_found` unless it is an answer of this person's whose decision is kept. */
export async function recordThumb(context: Context, { thumb, ...ref }: ThumbInput): Promise<void> {
  requirePermission(context.actor, "chat:use");
  if (!(await setThumb(context.db, context.actor, ref, thumb))) throw new AppError("not_found");
}
