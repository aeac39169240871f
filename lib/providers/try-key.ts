import type { ProviderRow } from "@/db/queries/providers";
import type { Context } from "@/lib/context";
import { connectionTo } from "./connection";
import { vendorById } from "./registry";
import { tryConnection } from "./try-connection";

/** Tries a key that is not kept yet, where it is to be used.
 *  @throws AppError `vendor_*` or `private_address` when it does not work */
export async function tryKey(
  context: Pick<Context, "db">,
  provider: ProviderRow,
  way: { apiKey: string | null; baseUrl: string | null },
): Promise<void> {
  const vendor = vendorById(provider.vendor);
  if (!vendor) throw new RangeError(`a provider of an unknown vendor: ${provider.vendor}`);
  const { error } = await tryConnection(vendor, await connectionTo(context, provider, way));
  if (error) throw error;
}
