import { z } from "zod";
import { insertGroup } from "@/db/queries/groups";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

export const GroupName = z.string().trim().min(1).max(80);

/** @throws AppError `forbidden`; `conflict` when another group has the name */
export async function createGroup(context: Context, name: string): Promise<{ id: string }> {
  requirePermission(context.actor, "group:write");
  const { teamId } = context.actor;
  const row = { teamId, id: newId(), name: parse(GroupName, name) };
  await transact(context, async (inner) => {
    if (!(await insertGroup(inner.db, row))) throw new AppError("conflict", { field: "name" });
    await recordAudit(inner, { action: "group.create", target: row.id });
  });
  return { id: row.id };
}
