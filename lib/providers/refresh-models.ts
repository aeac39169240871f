import { type ProviderRow, updateProvider } from "@/db/queries/providers";
import type { Context } from "@/lib/context";
import { type AppError, toErrorData } from "@/lib/errors";
import { openConnection } from "./connection";
import { vendorById } from "./registry";
import { tryConnection } from "./try-connection";
import type { ListedModel } from "./vendor";

export interface RefreshResult {
  /** What is offered now; the list as it was when the vendor could not be asked. */
  models: ListedModel[];
  error: AppError | null;
}

/** Asks a provider for its models and keeps the answer. A failure keeps the list that was there, so that a
 *  vendor's bad minute takes no model away. */
export async function refreshModels(
  context: Pick<Context, "db">,
  provider: ProviderRow,
): Promise<RefreshResult> {
  const vendor = vendorById(provider.vendor);
  if (!vendor) throw new RangeError(`a provider of an unknown vendor: ${provider.vendor}`);
  const { models, error } = await tryConnection(vendor, await openConnection(context, provider));
  const now = new Date();
  await updateProvider(context.db, provider.teamId, provider.id, {
    testedAt: now,
    lastError: error && toErrorData(error),
    ...(models === null ? {} : { models, modelsListedAt: now }),
  });
  return { models: models ?? provider.models, error };
}
