import { insertPrices, moveBookVersion } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { makeRate } from "@/lib/pricing/make-rate";
import type { Rate } from "@/lib/pricing/rate";
import { type RateSnapshot, toRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { isVendor } from "@/lib/providers/is-vendor";
import { transact } from "@/lib/transact";
import { PriceInput } from "./price-input";
import { requirePriceWrite } from "./require-price-write";
import { requirePricedKey } from "./require-priced-key";

export interface PriceVersion extends RateSnapshot {
  id: string;
}

/** Sets the price that a model has from a moment on. Versions before it stay as they were, and so does what calls
 *  have cost: each keeps the price that it was made at.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function setPrice(context: Context, input: PriceInput): Promise<PriceVersion> {
  requirePriceWrite(context.actor, input.scope);
  const given = parse(PriceInput, input);
  const teamId = given.scope === "instance" ? INSTANCE_TEAM_ID : context.actor.teamId;
  const now = new Date();
  const validFrom = given.validFrom ?? now;
  const validTo = given.validTo ?? null;
  if (validTo !== null && validTo <= validFrom) {
    throw new AppError("invalid_input", { field: "validTo", problem: "it must be later than the beginning" });
  }
  await requirePricedKey(context, given);
  const rate = toRateSnapshot(rateOf(given, validFrom, validTo, now));
  const row = {
    teamId,
    id: newId(),
    vendor: given.vendor,
    model: given.model.toLowerCase(),
    credentialId: given.credentialId ?? null,
    rate,
    validFrom,
    validTo,
    origin: "person" as const,
    note: given.note ?? null,
    setBy: context.actor.kind === "person" ? context.actor.personId : null,
    createdAt: now,
  };
  await transact(context, async (inner) => {
    await insertPrices(inner.db, [row]);
    await moveBookVersion(inner.db, teamId);
    await recordAudit(inner, {
      teamId,
      action: "price.set",
      target: row.id,
      after: { ...rate, note: row.note },
    });
  });
  return { id: row.id, ...rate };
}

/** @throws AppError `invalid_input` */
export function rateOf(
  { vendor, model, terms, scope }: ReturnType<typeof PriceInput.parse>,
  validFrom: Date,
  validTo: Date | null,
  now: Date,
): Rate {
  if (!isVendor(vendor)) {
    throw new AppError("invalid_input", { field: "vendor", problem: "no vendor has this id" });
  }
  try {
    return makeRate({
      ...terms,
      vendor,
      model,
      validFrom: validFrom.toISOString(),
      validTo: validTo?.toISOString() ?? null,
      version: `set for the ${scope}, ${now.toISOString()}`,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError("invalid_input", { field: "terms", problem: error.message });
  }
}
