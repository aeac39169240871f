import { restoreSignInMethod } from "@/db/queries/sign-in-methods";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Takes a removal back, with everybody who signs in by it.
 *  @throws AppError `forbidden`; `not_found` once it is gone for good */
export async function restoreMethod(context: Context, methodId: string): Promise<void> {
  requireInstancePermission(context.actor, "instance:sign-in");
  await transact(context, async (inner) => {
    if (!(await restoreSignInMethod(inner.db, methodId))) throw new AppError("not_found");
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "sign-in-method.restore",
      target: methodId,
    });
  });
}
