import type { Db } from "@/db/client";
import { deleteCircuit } from "@/db/queries/circuits";
import {
  type CredentialChange,
  deleteOtherCredentials,
  insertCredential,
  listCredentials,
  updateCredential,
} from "@/db/queries/credentials";
import { findProviderByName, upsertProvider } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError, type ErrorData, toErrorData } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { allowedHosts } from "./allowed-hosts";
import { lastFour, sealApiKey } from "./api-key";
import { hostOf, normalizeBaseUrl } from "./base-url";
import { baseUrlOf, fetchFor } from "./connection";
import { describeForAudit } from "./describe-for-audit";
import { ProviderInput } from "./provider-input";
import { vendorById } from "./registry";
import { requireProviderWrite } from "./require-provider-write";
import { tryConnection } from "./try-connection";
import type { ListedModel, Vendor } from "./vendor";

type Source = "person" | "environment" | "demo";

export interface AddedProvider {
  id: string;
  vendor: string;
  name: string;
  models: ListedModel[];
  replaced: boolean;
  /** The host that the instance's providers may now reach, private or not; null for a team's provider. */
  allowedHost: string | null;
  /** Why it did not work, when it was kept all the same. */
  error: ErrorData | null;
}

/** Connects a vendor: tries the credential, then keeps it sealed. The same scope and name again replaces, every key of
 *  it.
 *  @throws AppError `vendor_*` or `private_address` when it does not work, unless `force` */
export async function addProvider(
  context: Context,
  input: ProviderInput & { source?: Source },
): Promise<AddedProvider> {
  requireProviderWrite(context.actor, input.scope);
  const wanted = resolve(context, parse(ProviderInput, input));
  const { vendor, teamId, name, baseUrl, apiKey } = wanted;
  const hosts = teamId === INSTANCE_TEAM_ID ? [hostOf(wanted.address)] : await allowedHosts(context.db);
  const tried = await tryConnection(vendor, { baseUrl: wanted.address, apiKey, fetch: fetchFor(hosts) });
  if (tried.error && !input.force) throw tried.error;
  const row = {
    teamId,
    id: newId(),
    vendor: vendor.id,
    name,
    baseUrl,
    source: input.source ?? (vendor.id === "demo" ? "demo" : "person"),
    models: tried.models ?? [],
    modelsListedAt: tried.error ? null : new Date(),
    lastError: tried.error && toErrorData(tried.error),
    testedAt: new Date(),
  } as const;
  const key = {
    apiKeySealed: sealApiKey({ teamId, name }, apiKey),
    apiKeyLast4: lastFour(apiKey),
    baseUrl: null,
    weight: 1,
    lastError: row.lastError,
    testedAt: row.testedAt,
  };
  return transact(context, async (inner) => {
    const before = await findProviderByName(inner.db, teamId, name);
    const former = before ? await listCredentials(inner.db, teamId, before.id) : [];
    const id = await upsertProvider(inner.db, row);
    await replaceCredentials(inner.db, { teamId, providerId: id }, former[0]?.id ?? null, key);
    await recordAudit(inner, {
      teamId,
      action: before ? "provider.replace" : "provider.add",
      target: id,
      before: before && describeForAudit(before, former),
      after: describeForAudit(row, [key]),
    });
    return {
      id,
      vendor: vendor.id,
      name,
      models: row.models,
      replaced: before !== null,
      allowedHost: teamId === INSTANCE_TEAM_ID && vendor.id !== "demo" ? (hosts[0] ?? null) : null,
      error: row.lastError,
    };
  });
}

/** Leaves the provider with this one key; the first there was keeps its id, and with it what was agreed for it. */
async function replaceCredentials(
  db: Db,
  of: { teamId: string; providerId: string },
  formerId: string | null,
  key: CredentialChange,
): Promise<void> {
  if (formerId === null) return insertCredential(db, { ...of, id: newId(), ...key });
  await updateCredential(db, of.teamId, formerId, key);
  await deleteCircuit(db, { teamId: of.teamId, credentialId: formerId });
  await deleteOtherCredentials(db, { ...of, id: formerId });
}

function resolve({ actor }: Context, input: ReturnType<typeof ProviderInput.parse>) {
  const vendor = vendorById(input.vendor);
  if (!vendor) throw new AppError("invalid_input", { field: "vendor", problem: "no such vendor" });
  const name = input.name ?? vendor.id;
  if (name !== vendor.id && vendorById(name)) {
    throw new AppError("invalid_input", { field: "name", problem: "this is another vendor's id" });
  }
  const baseUrl = input.baseUrl === undefined ? null : normalizeBaseUrl(input.baseUrl, vendor.id);
  requireParts(vendor, baseUrl, input.apiKey);
  return {
    vendor,
    teamId: input.scope === "instance" ? INSTANCE_TEAM_ID : actor.teamId,
    name,
    baseUrl,
    address: baseUrlOf({ vendor: vendor.id, baseUrl }),
    apiKey: input.apiKey ?? null,
  };
}

function requireParts(vendor: Vendor, baseUrl: string | null, apiKey: string | undefined): void {
  if (vendor.defaultBaseUrl === null && baseUrl === null) {
    throw new AppError("invalid_input", { field: "baseUrl", problem: "this vendor needs a base URL" });
  }
  if (vendor.key === "required" && apiKey === undefined) {
    throw new AppError("invalid_input", { field: "apiKey", problem: "this vendor needs a key" });
  }
}
