import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { CredentialRow } from "@/db/queries/credentials";
import type { ProviderRow } from "@/db/queries/providers";
import type { CatalogueModel } from "@/lib/catalogue/describe-model";
import type { Connection, Vendor } from "@/lib/providers/vendor";

const MOST_MODELS = 500;

/** By the fetch that reaches the vendor, so that a change of the allowed hosts makes new ones. */
const models = new WeakMap<Connection["fetch"], Map<string, LanguageModelV4>>();

/** The SDK's model for a credential. Making one builds its schemas, which costs more than a short answer does, so
 *  it is kept until the credential's row or its provider's changes. */
export function openModel(
  vendor: Vendor,
  provider: Pick<ProviderRow, "teamId" | "id" | "version">,
  credential: Pick<CredentialRow, "id" | "version"> | null,
  connection: Connection,
  { id: modelId, knownAs }: Pick<CatalogueModel, "id" | "knownAs">,
): LanguageModelV4 {
  const known = models.get(connection.fetch) ?? new Map<string, LanguageModelV4>();
  models.set(connection.fetch, known);
  const { teamId, id, version } = provider;
  const key = [teamId, id, version, credential?.id, credential?.version, modelId, knownAs].join(" ");
  const model = known.get(key) ?? vendor.languageModel(connection, modelId, knownAs);
  if (known.size >= MOST_MODELS) known.clear();
  known.set(key, model);
  return model;
}
