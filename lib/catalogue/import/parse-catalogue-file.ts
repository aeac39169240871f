import { z } from "zod";
import { makeRate } from "@/lib/pricing/make-rate";
import { CatalogueEntry } from "../entry";
import { parseExact } from "./exact";
import { genaiPricesRows } from "./genai-prices";
import type { FileRow, ImportedModel, ImportFormat, ParsedFile, Refusal } from "./imported";
import { litellmRows } from "./litellm";
import { modelsDevRows } from "./models-dev";
import { portkeyRows } from "./portkey";
import { isZeroPrice, withoutZeros } from "./without-zeros";

const ZERO =
  "its price is zero, as these files also write where none is known: the model is taken without one";
const isFreeVariant = (model: string) => /[:-]free$/.test(model);

/** What a file of the community says. A row that makes no sense is refused and named, and the rest is taken.
 *  @throws RangeError where the file as a whole is not of the format */
export function parseCatalogueFile(format: ImportFormat, text: string, vendor: string): ParsedFile {
  const models = new Map<string, ImportedModel>();
  const refused: Refusal[] = [];
  let passedOver = 0;
  for (const row of rowsOf(format, readJson(text), vendor)) {
    const read = attempt(row);
    if (read === null) passedOver += 1;
    else if ("why" in read) refused.push(read);
    else {
      const priced = pricesOf(read);
      if (typeof priced === "string") refused.push({ row: row.name, why: priced });
      else for (const why of read.leftOut ?? []) refused.push({ row: row.name, why });
      models.set(`${read.vendor}/${read.model}`, {
        ...read,
        prices: typeof priced === "string" ? [] : priced,
      });
    }
  }
  return { models: [...models.values()], refused, passedOver };
}

/** What can be charged by, or why nothing of it can. */
function pricesOf({ model, prices }: ImportedModel): ImportedModel["prices"] | string {
  if (isFreeVariant(model)) return prices;
  if (prices.some(({ perMillion }) => isZeroPrice(perMillion))) return ZERO;
  try {
    return prices.map(withoutZeros);
  } catch (error) {
    if (error instanceof RangeError) return `${error.message}: the model is taken without a price`;
    throw error;
  }
}

function readJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RangeError("the file is no JSON");
    throw error;
  }
}

function rowsOf(format: ImportFormat, json: unknown, vendor: string): FileRow[] {
  if (format === "litellm") return litellmRows(json);
  if (format === "models.dev") return modelsDevRows(json);
  if (format === "genai-prices") return genaiPricesRows(json);
  return portkeyRows(json, vendor);
}

function attempt({ name, read }: FileRow): ImportedModel | Refusal | null {
  try {
    const model = read();
    if (model) check(model);
    return model;
  } catch (error) {
    if (error instanceof RangeError) return { row: name, why: error.message };
    throw error;
  }
}

/** @throws RangeError for what could not be kept or priced by */
function check({ vendor, model, entry, prices }: ImportedModel): void {
  if (model.trim() === "" || model.length > 256) throw new RangeError("its name is none");
  if (!CatalogueEntry.safeParse(entry).success) throw new RangeError("its facts make no sense");
  for (const { from, ...stated } of prices) {
    if (from !== null && !z.iso.date().safeParse(from).success)
      throw new RangeError(`no day: ${from.slice(0, 40)}`);
    makeRate({ ...stated, vendor, model, currency: "USD", validFrom: from ?? "2024-01-01", version: "file" });
  }
}
