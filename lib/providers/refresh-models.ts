import { listCredentials, type UsableCredential, updateCredential } from "@/db/queries/credentials";
import { type ProviderRow, updateProvider } from "@/db/queries/providers";
import type { Context } from "@/lib/context";
import { type AppError, toErrorData } from "@/lib/errors";
import { openConnection } from "./connection";
import { vendorById } from "./registry";
import { type TryResult, tryConnection } from "./try-connection";
import type { ListedModel, Vendor } from "./vendor";

export interface RefreshResult {
  /** What is offered now; the list as it was when the vendor could not be asked. */
  models: ListedModel[];
  /** What is wrong with the first key that does not work. */
  error: AppError | null;
}

/** Asks a provider for its models with each of its keys and keeps the answers: the list of the first that works. A
 *  failure of all keeps the list that was there, so that a vendor's bad minute takes no model away. */
export async function refreshModels(
  context: Pick<Context, "db">,
  provider: ProviderRow,
  timeoutMs?: number,
): Promise<RefreshResult> {
  const vendor = vendorById(provider.vendor);
  if (!vendor) throw new RangeError(`a provider of an unknown vendor: ${provider.vendor}`);
  const credentials = await listCredentials(context.db, provider.teamId, provider.id);
  const ways = credentials.length === 0 ? [null] : credentials;
  const tried = await Promise.all(
    ways.map((way) => tryCredential(context, vendor, provider, way, timeoutMs)),
  );
  const models = tried.find((result) => result.models !== null)?.models ?? null;
  const error = tried.find((result) => result.error !== null)?.error ?? null;
  const now = new Date();
  await updateProvider(context.db, provider.teamId, provider.id, {
    testedAt: now,
    lastError: models === null && error !== null ? toErrorData(error) : null,
    ...(models === null ? {} : { models, modelsListedAt: now }),
  });
  return { models: models ?? provider.models, error };
}

async function tryCredential(
  context: Pick<Context, "db">,
  vendor: Vendor,
  provider: ProviderRow,
  credential: UsableCredential | null,
  timeoutMs: number | undefined,
): Promise<TryResult> {
  const tried = await tryConnection(vendor, await openConnection(context, provider, credential), timeoutMs);
  if (credential) {
    const { teamId, id, version } = credential;
    const result = { testedAt: new Date(), lastError: tried.error && toErrorData(tried.error) };
    await updateCredential(context.db, teamId, id, result, version);
  }
  return tried;
}
