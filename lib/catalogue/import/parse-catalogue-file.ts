import { makeRate, type StatedPrices } from "@/lib/pricing/make-rate";
import { CatalogueEntry } from "../entry";
import { parseExact } from "./exact";
import { genaiPricesRows } from "./genai-prices";
import type { FileRow, ImportedModel, ImportFormat, ParsedFile, Refusal } from "./imported";
import { litellmRows } from "./litellm";
import { modelsDevRows } from "./models-dev";
import { portkeyRows } from "./portkey";

const ZERO =
  "its price is zero, as these files also write where none is known: the model is taken without one";
const isZeroPrice = ({ input, output }: StatedPrices) => !/[1-9]/.test(input) && !/[1-9]/.test(output);
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
      const isZero =
        read.prices.some(({ perMillion }) => isZeroPrice(perMillion)) && !isFreeVariant(read.model);
      if (isZero) refused.push({ row: row.name, why: ZERO });
      models.set(`${read.vendor}/${read.model}`, isZero ? { ...read, prices: [] } : read);
    }
  }
  return { models: [...models.values()], refused, passedOver };
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
    if (from !== null && Number.isNaN(Date.parse(from))) throw new RangeError(`no day: ${from.slice(0, 40)}`);
    makeRate({ ...stated, vendor, model, currency: "USD", validFrom: from ?? "2024-01-01", version: "file" });
  }
}
