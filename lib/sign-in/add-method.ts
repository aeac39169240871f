import { insertSignInMethod } from "@/db/queries/sign-in-methods";
import { findTeams } from "@/db/queries/teams";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal } from "@/lib/providers/seal";
import { transact } from "@/lib/transact";
import { MethodInput } from "./method-input";

/** Lets people sign in at a provider. @returns its id, which its callback address ends with
 *  @throws AppError `forbidden`, `invalid_input`; `not_found` for a grant to a team that is not there */
export async function addMethod(context: Context, input: MethodInput): Promise<{ id: string; name: string }> {
  requireInstancePermission(context.actor, "instance:sign-in");
  const { clientSecret, ...method } = parse(MethodInput, input);
  const id = newId();
  await transact(context, async (inner) => {
    const named = [...new Set(method.grants.map(({ teamId }) => teamId))];
    if ((await findTeams(inner.db, named)).length !== named.length) throw new AppError("not_found");
    const clientSecretSealed = seal(clientSecret, encryptionKey(), `sign-in-method:${id}`);
    await insertSignInMethod(inner.db, { ...method, id, clientSecretSealed });
    const { kind, issuer, domains, tenants, grants } = method;
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "sign-in-method.add",
      target: id,
      after: { kind, issuer, domains, tenants, grants },
    });
  });
  return { id, name: method.name };
}
