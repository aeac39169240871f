import { z } from "zod";
import { upsertExchangeRates } from "@/db/queries/exchange-rates";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { DatedRate } from "@/lib/money/rate-book";
import { parse } from "@/lib/parse";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { parseCsvRates } from "./parse-csv-rates";
import { parseEcbRates } from "./parse-ecb-rates";
import { RateFileError } from "./rate-file-error";
import { type FileRate, RateInput } from "./rate-input";

export const RATE_FORMATS = ["csv", "ecb"] as const;
export type RateFormat = (typeof RATE_FORMATS)[number];

const PARSERS: Readonly<Record<RateFormat, (text: string) => FileRate[]>> = {
  csv: parseCsvRates,
  ecb: parseEcbRates,
};
/** All that the European Central Bank ever published is a quarter of it. */
const MOST_RATES = 1_000_000;

export interface ImportedRates {
  rates: number;
  /** The first day and the last one. */
  from: string;
  to: string;
}

/** Takes a file of exchange rates as a whole or not at all. Where a pair has a rate of a day already, the file's holds.
 *  @param source how the rates say where they come from
 *  @throws AppError `forbidden`, and `invalid_input` with what is wrong and where */
export async function importRates(
  context: Context,
  { text, format, source }: { text: string; format: RateFormat; source: string },
): Promise<ImportedRates> {
  requireInstancePermission(context.actor, "instance:price");
  const rates = read(text, format).map((rate) => ({ ...rate, source }));
  const days = rates.map(({ day }) => day).toSorted();
  const [from, to] = [days.at(0), days.at(-1)];
  if (from === undefined || to === undefined) throw refused("it has no rates", "empty");
  const imported = { rates: rates.length, from, to };
  await transact(context, async (inner) => {
    await upsertExchangeRates(inner.db, lastOfEach(rates));
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "exchange_rate.imported",
      after: { ...imported, source },
    });
  });
  return imported;
}

function read(text: string, format: RateFormat) {
  const found = readFile(text, format);
  try {
    return parse(z.array(RateInput).max(MOST_RATES), found);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // `12.rate` is of the 13th rate of the file.
    const [index = "", field] = String(error.params.field).split(".");
    const line = found[Number(index)]?.line;
    const place = line ? { line } : { number: Number(index) + 1 };
    const where = line ? `line ${line}` : `rate ${Number(index) + 1}`;
    throw refused(`${where}, ${field}: ${error.params.problem}`, String(field), place);
  }
}

function readFile(text: string, format: RateFormat): FileRate[] {
  try {
    return PARSERS[format](text);
  } catch (error) {
    if (!(error instanceof RateFileError)) throw error;
    const { message, reason, line } = error;
    throw refused(message, reason, line === null ? {} : { line });
  }
}

/** @param reason a RateFileProblem, or the field that is wrong, at the line or at the number of the rate */
const refused = (problem: string, reason: string, place: { line?: number; number?: number } = {}) =>
  new AppError("invalid_input", { field: "file", problem, reason, ...place });

/** One statement may name a row once. */
function lastOfEach(rates: readonly DatedRate[]): DatedRate[] {
  return [...new Map(rates.map((rate) => [`${rate.base} ${rate.quote} ${rate.day}`, rate])).values()];
}
