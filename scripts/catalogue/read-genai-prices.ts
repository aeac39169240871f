import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { FactPackage, SourceModel } from "./source-model";

const tiered = z.object({
  base: z.number(),
  tiers: z.array(z.object({ start: z.int(), price: z.number() })),
});
const prices = z.record(z.string(), z.union([z.number(), tiered]));

const Model = z.object({
  id: z.string(),
  name: z.string().optional(),
  match: z.unknown(),
  context_window: z.int().positive().optional(),
  price_comments: z.string().optional(),
  prices: z.union([
    z.array(
      z.object({
        constraint: z
          .union([
            z.object({ type: z.literal("start_date"), start_date: z.iso.date() }),
            z.object({ type: z.literal("time_of_date"), start_time: z.string(), end_time: z.string() }),
          ])
          .optional(),
        prices,
      }),
    ),
    prices,
  ]),
});
export type GenaiModel = z.infer<typeof Model>;
export type GenaiPrices = z.infer<typeof prices>;

const Provider = z.object({ models: z.array(Model) });
const Library = z.object({ findProvider: z.custom<(by: { providerId: string }) => unknown>() });

/** Its providers' ids, and our vendors. */
const VENDORS: Readonly<Record<string, string>> = {
  openai: "openai",
  anthropic: "anthropic",
  google: "google",
  azure: "azure",
  mistral: "mistral",
  "x-ai": "xai",
  deepseek: "deepseek",
  moonshotai: "moonshot",
  zai: "zhipu",
  openrouter: "openrouter",
  groq: "groq",
};

export interface VendorPrices {
  vendor: string;
  models: GenaiModel[];
}

/** What @pydantic/genai-prices lists, by our vendors. */
export async function readGenaiPrices({ folder }: FactPackage): Promise<VendorPrices[]> {
  const library = await import(pathToFileURL(join(folder, "dist", "index.js")).href);
  const { findProvider } = Library.parse(library);
  return Object.entries(VENDORS).map(([providerId, vendor]) => ({
    vendor,
    models: Provider.parse(findProvider({ providerId })).models,
  }));
}

/** Its facts beside the prices. */
export function genaiModels(lists: readonly VendorPrices[]): SourceModel[] {
  return lists.flatMap(({ vendor, models }) =>
    models
      .filter(({ id }) => !/[ ~]/.test(id))
      .map(({ id, name, context_window }) => ({
        vendor,
        id,
        entry: {
          ...(name !== undefined && { name }),
          ...(context_window !== undefined && { contextLength: context_window }),
        },
      })),
  );
}
