import { deleteCircuit } from "@/db/queries/circuits";
import { updateCredential } from "@/db/queries/credentials";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { lastFour, sealApiKey } from "./api-key";
import { RotateCredentialInput } from "./credential-input";
import { describeCredential } from "./describe-for-audit";
import { findWritableCredential } from "./find-writable-credential";
import { requireProviderWrite } from "./require-provider-write";
import { tryKey } from "./try-key";

/** Puts a new key in the place of another, once it is seen to work: calls under way end with the old one, the next
 *  begins with the new. Share, statistics and what was agreed for it stay.
 *  @throws AppError `vendor_*` when the new key does not work: the old one stays */
export async function rotateCredential(context: Context, input: RotateCredentialInput): Promise<void> {
  requireProviderWrite(context.actor, "team");
  const { credentialId, apiKey } = parse(RotateCredentialInput, input);
  const { provider, credential } = await findWritableCredential(context, credentialId);
  await tryKey(context, provider, { apiKey, baseUrl: credential.baseUrl });
  const { teamId, weight } = credential;
  const change = { apiKeySealed: sealApiKey(provider, apiKey), apiKeyLast4: lastFour(apiKey) };
  await transact(context, async (inner) => {
    const tested = { lastError: null, testedAt: new Date() };
    if (!(await updateCredential(inner.db, teamId, credentialId, { ...change, ...tested }))) {
      throw new AppError("not_found");
    }
    await deleteCircuit(inner.db, { teamId, credentialId });
    await recordAudit(inner, {
      teamId,
      action: "provider.key.rotate",
      target: credentialId,
      before: { ...describeCredential(credential), provider: provider.name },
      after: { apiKeyLast4: change.apiKeyLast4, weight, provider: provider.name },
    });
  });
}
