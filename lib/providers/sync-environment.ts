import { listCredentials } from "@/db/queries/credentials";
import { findProviderByName, listEnvironmentProviders, type ProviderRow } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import type { VendorEnv } from "@/lib/env";
import { toErrorData } from "@/lib/errors";
import { log } from "@/lib/log";
import { addProvider } from "./add-provider";
import { openApiKey } from "./api-key";
import { normalizeBaseUrl } from "./base-url";
import { refreshModels } from "./refresh-models";
import { vendorById } from "./registry";
import { removeProvider } from "./remove-provider";
import type { Vendor } from "./vendor";

/** Makes the instance's providers those that `<VENDOR>_API_KEY` and `<VENDOR>_BASE_URL` name, each under its
 *  vendor's id; what the environment no longer names goes. A provider that a person connected under the same
 *  name stays. @returns what the person at the terminal should know, a sentence each. */
export async function syncEnvironment(
  context: Context,
  vendors: Readonly<Record<string, VendorEnv>>,
): Promise<string[]> {
  const wanted = Object.entries(vendors).filter(([, { apiKey, baseUrl }]) => apiKey || baseUrl);
  const gone = (await listEnvironmentProviders(context.db)).filter(
    ({ name }) => !wanted.some(([vendorId]) => vendorId === name),
  );
  const notes = await Promise.all([
    ...gone.map(({ id, name }) =>
      told(name, async () => {
        await removeProvider(context, id);
        return null;
      }),
    ),
    ...wanted.map(([vendorId, given]) => told(vendorId, () => syncVendor(context, vendorId, given))),
  ]);
  return notes.filter((note) => note !== null);
}

/** One vendor's failure is no other's. */
async function told(vendorId: string, sync: () => Promise<string | null>): Promise<string | null> {
  try {
    return await sync();
  } catch (error) {
    const { code, params } = toErrorData(error);
    if (code === "internal") log().error({ err: error, vendor: vendorId }, "a vendor could not be connected");
    const { field, problem } = params;
    const why = field === undefined ? code : `${code}: ${[field, problem].filter(Boolean).join(", ")}`;
    return `${vendorId}: not connected (${why}).`;
  }
}

async function syncVendor(context: Context, vendorId: string, given: VendorEnv): Promise<string | null> {
  const vendor = vendorById(vendorId);
  const missing = vendor === null ? "this vendor cannot be connected yet" : missingPart(vendor, given);
  if (missing !== null) return `${vendorId}: not connected, ${missing}.`;
  const stands = await findProviderByName(context.db, INSTANCE_TEAM_ID, vendorId);
  if (stands && stands.source !== "environment") {
    return `${vendorId}: the provider connected in the browser or by command stays; the environment's is not used.`;
  }
  const error =
    stands && (await isSame(context, stands, given))
      ? (await refreshModels(context, stands)).error
      : (await connect(context, vendorId, given)).error;
  return error === null ? null : `${vendorId}: connected, but its last try failed (${error.code}).`;
}

function connect(context: Context, vendorId: string, { apiKey, baseUrl }: VendorEnv) {
  return addProvider(context, {
    scope: "instance",
    vendor: vendorId,
    source: "environment",
    // A vendor that is down while the server starts must not be forgotten.
    force: true,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
}

async function isSame({ db }: Context, row: ProviderRow, { apiKey, baseUrl }: VendorEnv): Promise<boolean> {
  const [credential] = await listCredentials(db, row.teamId, row.id);
  const sameUrl = row.baseUrl === (baseUrl === undefined ? null : normalizeBaseUrl(baseUrl, row.vendor));
  return sameUrl && credential !== undefined && openApiKey(row, credential) === (apiKey ?? null);
}

function missingPart(vendor: Vendor, { apiKey, baseUrl }: VendorEnv): string | null {
  if (vendor.key === "required" && apiKey === undefined) return "its key is not set";
  if (vendor.defaultBaseUrl === null && baseUrl === undefined) return "its base URL is not set";
  return null;
}
