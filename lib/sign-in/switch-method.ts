import { z } from "zod";
import { switchSignInMethod } from "@/db/queries/sign-in-methods";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

export const SwitchMethod = z.strictObject({ methodId: z.uuid(), on: z.boolean() });

/** Lets nobody sign in by it until it is switched on again; who is signed in stays so.
 *  @throws AppError `forbidden`, `not_found` */
export async function switchMethod(
  context: Context,
  { methodId, on }: z.output<typeof SwitchMethod>,
): Promise<void> {
  requireInstancePermission(context.actor, "instance:sign-in");
  await transact(context, async (inner) => {
    if (!(await switchSignInMethod(inner.db, methodId, on))) throw new AppError("not_found");
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: on ? "sign-in-method.switch-on" : "sign-in-method.switch-off",
      target: methodId,
    });
  });
}
