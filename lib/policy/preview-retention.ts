import { countIdleChats } from "@/db/queries/retention";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { RetentionDays, retainedSince } from "./retention";

/** How many chats a retention would delete if it held now, and how many more a hold would keep.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function previewRetention(
  { db, actor }: Context,
  wanted: number,
): Promise<{ chats: number; held: number }> {
  requirePermission(actor, "policy:write");
  const days = parse(RetentionDays.unwrap(), wanted);
  const { chats, held } = await countIdleChats(db, actor.teamId, retainedSince(days, new Date()));
  return { chats: chats - held, held };
}
