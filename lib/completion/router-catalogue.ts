import { defaultModels } from "@/lib/catalogue/default-models";
import type { RouterCatalogue } from "@/lib/router/candidate";
import { MODES, type Mode } from "@/lib/router/choice";
import type { Offers } from "./offers";

const made = new WeakMap<Offers, RouterCatalogue>();

export function routerCatalogue(offers: Offers, now: Date): RouterCatalogue {
  const known = made.get(offers);
  if (known) return known;
  const { providers, models, stated, book } = offers;
  const preferences = Object.fromEntries(
    MODES.map((mode) => [mode, stated.find((row) => row.mode === mode)?.models ?? defaultModels(mode)]),
  ) as Record<Mode, readonly string[]>;
  const catalogue: RouterCatalogue = {
    candidates: models.map(({ provider, model, modes, row, described, contextLength }) => ({
      provider,
      model,
      vendor: row.vendor,
      modes,
      abilities: described,
      contextLength,
      takesImages: false,
      sameAs: model.toLowerCase(),
      residency: "elsewhere",
      rate: book.rate(row.vendor, model, now),
      demo: row.vendor === "demo",
    })),
    unlisted: providers.filter((row) => row.models.length === 0).map(({ name }) => name),
    preferences,
  };
  made.set(offers, catalogue);
  return catalogue;
}
