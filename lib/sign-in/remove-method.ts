import { removeSignInMethod } from "@/db/queries/sign-in-methods";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Nobody signs in by it any more; accounts and sessions stay. It can be taken back for ten minutes.
 *  @throws AppError `forbidden`, `not_found` */
export async function removeMethod(context: Context, methodId: string): Promise<void> {
  requireInstancePermission(context.actor, "instance:sign-in");
  await transact(context, async (inner) => {
    if (!(await removeSignInMethod(inner.db, methodId))) throw new AppError("not_found");
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "sign-in-method.remove",
      target: methodId,
    });
  });
}
