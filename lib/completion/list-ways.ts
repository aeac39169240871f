import type { UsableCredential } from "@/db/queries/credentials";
import type { ProviderRow } from "@/db/queries/providers";
import { AppError } from "@/lib/errors";
import { rankCredentials } from "@/lib/providers/choose-credential";
import { baseUrlOf } from "@/lib/providers/connection";
import { shareLeft } from "@/lib/providers/headroom";
import { headroomOf } from "@/lib/providers/note-headroom";
import { vendorById } from "@/lib/providers/registry";
import type { Vendor } from "@/lib/providers/vendor";
import type { Hop } from "@/lib/router/failover/hop";
import { nameOf } from "@/lib/router/model-name";
import { planOf } from "@/lib/router/plan";
import type { CallPlan, WayOption } from "./decide";
import { keysOf } from "./keys-of";
import type { Offers } from "./offers";
import { routerCatalogue } from "./router-catalogue";

/** A way to an answer, with what it takes to go it. */
export interface Way extends Hop {
  option: WayOption;
  vendor: Vendor;
  row: ProviderRow;
  /** The key it is called with; null for a provider that has none. */
  key: UsableCredential | null;
  /** On the instance's own machines. */
  local: boolean;
  /** Whether its circuit wants a probe: whoever goes this way claims it first. */
  due: boolean;
}

/** Every way to what a plan names, the most wanted first: a model's own keys in the order of their chances.
 *  @param count of options, from the first
 *  @throws AppError `unknown_model` for a model that was hidden, or of a vendor that this version does not know */
export function listWays(
  offers: Offers,
  { options, tokens }: CallPlan,
  now: Date,
  count = options.length,
): Way[] {
  return options.slice(0, count).flatMap((option) => waysTo(offers, option, tokens, now));
}

function waysTo(offers: Offers, option: WayOption, tokens: number, now: Date): Way[] {
  const { providers, credentials, book } = offers;
  const name = nameOf(option);
  const row = providers.find((provider) => provider.name === option.provider);
  const vendor = row && vendorById(row.vendor);
  // Where a provider keeps no list, any name may exist there but one that was hidden.
  if (!row || !vendor || book.isHidden(row.vendor, option.model))
    throw new AppError("unknown_model", { model: name });
  const known = planOf(routerCatalogue(offers, now), offers.policy).byName.get(name.toLowerCase())?.candidate;
  const ofModel = {
    option,
    vendor,
    row,
    model: option.model,
    sameAs: known?.sameAs ?? name,
    contextLength: known?.contextLength ?? null,
    local: known?.residency === "local",
  };
  const keys = keysOf(row, credentials);
  if (keys.length === 0) {
    const [id, address] = [`${row.id} ${option.model}`, baseUrlOf(row)];
    return [{ ...ofModel, id, credential: row.id, address, key: null, held: false, due: false }];
  }
  const room = ({ id }: UsableCredential) => shareLeft(headroomOf(id), tokens, now.getTime());
  return rankCredentials(keys, { now, random: Math.random, room }).map(({ candidate: key, state }) => ({
    ...ofModel,
    id: `${key.id} ${option.model}`,
    credential: key.id,
    address: key.baseUrl ?? baseUrlOf(row),
    key,
    held: state === "held",
    due: state === "due",
  }));
}
