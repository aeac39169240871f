import { updateCredential } from "@/db/queries/credentials";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { WeightInput } from "./credential-input";
import { findWritableCredential } from "./find-writable-credential";
import { requireProviderWrite } from "./require-provider-write";

/** Sets a key's share of its provider's calls. */
export async function setWeight(context: Context, input: WeightInput): Promise<void> {
  requireProviderWrite(context.actor, "team");
  const { credentialId, weight } = parse(WeightInput, input);
  const { provider, credential } = await findWritableCredential(context, credentialId);
  const { teamId } = credential;
  await transact(context, async (inner) => {
    if (!(await updateCredential(inner.db, teamId, credentialId, { weight })))
      throw new AppError("not_found");
    await recordAudit(inner, {
      teamId,
      action: "provider.key.weight",
      target: credentialId,
      before: { weight: credential.weight, provider: provider.name },
      after: { weight, provider: provider.name },
    });
  });
}
