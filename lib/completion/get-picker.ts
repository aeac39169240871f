import type { UsableCredential } from "@/db/queries/credentials";
import { findPerson } from "@/db/queries/people";
import type { Book } from "@/lib/catalogue/book";
import { chargedRate } from "@/lib/catalogue/charged-rate";
import type { Picker, PickerMode, PickerModel } from "@/lib/chat/picker";
import type { Context } from "@/lib/context";
import { AppError, toErrorData } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { formatDecimal } from "@/lib/money/format-decimal";
import { requirePermission } from "@/lib/permissions/require-permission";
import { keysInUse } from "@/lib/providers/keys-in-use";
import { vendorById } from "@/lib/providers/registry";
import type { ChosenMode } from "@/lib/router/choice";
import { type ModelName, nameOf } from "@/lib/router/model-name";
import { allowedModels } from "./allowed-models";
import { answererOf } from "./answerer-of";
import { readOffersFor } from "./offers";
import { routerHealth } from "./router-health";
import type { UsableModel } from "./usable-models";

const MICRO_DIGITS = 6;
const IN_ORDER: readonly ChosenMode[] = ["auto", "knowledge", "reasoning"];

/** What a person can choose from: each mode with the model that would answer now, then every connected model. */
export async function getPicker(context: Context, locale: Locale): Promise<Picker> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  const [offers, person] = await Promise.all([
    readOffersFor(db, actor),
    actor.kind === "person" ? findPerson(db, actor.personId) : null,
  ]);
  const now = new Date();
  const allowed = new Set(allowedModels(offers, now).map(nameOf));
  const offered = offers.models.filter((model) => allowed.has(nameOf(model)));
  const models = offered.map((model) => toPickerModel(model, offers.credentials, offers.book, locale, now));
  const health = routerHealth(db, actor.teamId, offers, now);
  return {
    modes: IN_ORDER.map((mode) =>
      toPickerMode(mode, () => answererOf(offers, { kind: "mode", mode }, now, health), models),
    ),
    models,
    total: models.length,
    favourites: person?.preferences.favouriteModels ?? [],
    recent: person?.preferences.recentModels ?? [],
    tooLong: offers.policy.tooLong,
  };
}

function toPickerModel(
  { row, model, described, contextLength }: UsableModel,
  credentials: readonly UsableCredential[],
  book: Book,
  locale: Locale,
  now: Date,
): PickerModel {
  const { rate, byKey } = chargedRate(book, row.vendor, model, keysInUse(row, credentials), now);
  const { displayName: english, chineseName: chinese = english } = described;
  const [displayName, otherName] = locale === "zh-CN" ? [chinese, english] : [english, chinese];
  return {
    name: `${row.name}/${model}`,
    displayName,
    otherName: otherName === displayName ? null : otherName,
    vendor: row.name,
    vendorName: row.name === row.vendor ? (vendorById(row.vendor)?.name[locale] ?? row.name) : row.name,
    contextLength,
    outputLimit: described.outputLimit,
    price: rate && {
      currency: rate.currency,
      inputPerMillion: formatDecimal(rate.perMillionMicro.input, MICRO_DIGITS),
      outputPerMillion: formatDecimal(rate.perMillionMicro.output, MICRO_DIGITS),
      varies: byKey,
    },
    demo: row.vendor === "demo",
    abilities: {
      reasoning: described.reasoning,
      thinksUnasked: described.thinksUnasked,
      temperature: described.temperature,
      maxTemperature: described.maxTemperature,
      efforts: described.efforts,
      outputLimit: described.outputLimit,
    },
  };
}

function toPickerMode(
  mode: ChosenMode,
  answerer: () => ModelName,
  models: readonly PickerModel[],
): PickerMode {
  try {
    const { provider, model } = answerer();
    return { mode, model: models.find(({ name }) => name === `${provider}/${model}`) ?? null, reason: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { mode, model: null, reason: toErrorData(error) };
  }
}
