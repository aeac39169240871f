import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { RateFileError } from "./rate-file-error";
import type { FileRate } from "./rate-input";

const BASE = "EUR";
const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

const Rated = z.object({ currency: z.string(), rate: z.string() });
const Day = z.object({ time: z.string(), Cube: z.array(Rated) });
const Envelope = z.object({ Envelope: z.object({ Cube: z.array(z.object({ Cube: z.array(Day) })) }) });

/** The European Central Bank's reference rates: its daily or historical file, as XML or as CSV. What has no rate on a
 *  day ("N/A") is passed over.
 *  @throws RateFileError for another file */
export function parseEcbRates(text: string): FileRate[] {
  const plain = text.replace(/^\uFEFF/, "");
  return plain.trimStart().startsWith("<") ? fromXml(plain.trim()) : fromCsv(plain);
}

function fromXml(text: string): FileRate[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseAttributeValue: false,
    removeNSPrefix: true,
    processEntities: false,
    isArray: (name) => name === "Cube",
  });
  const parsed = Envelope.safeParse(readXml(parser, text));
  if (!parsed.success) throw new RateFileError("notEcb", null, "no file of the European Central Bank");
  return parsed.data.Envelope.Cube.flatMap(({ Cube: days }) =>
    days.flatMap(({ time, Cube: rates }) =>
      rates.map(({ currency, rate }) => ({ base: BASE, quote: currency, day: time, rate, line: null })),
    ),
  );
}

function readXml(parser: XMLParser, text: string): unknown {
  try {
    return parser.parse(text, true);
  } catch (error) {
    throw new RateFileError("noXml", null, "no XML", { cause: error });
  }
}

/** A line a day, a column a currency. */
function fromCsv(text: string): FileRate[] {
  const [heading, ...lines] = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split(",").map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (heading?.cells[0]?.toLowerCase() !== "date") {
    throw new RateFileError("noDate", heading?.line ?? 1, "it begins with Date");
  }
  return lines.flatMap(({ line, cells }) => {
    const day = toDay(cells[0] ?? "");
    return heading.cells.flatMap((quote, place) => {
      const rate = cells[place];
      const isRate = place > 0 && quote !== "" && rate !== undefined && rate !== "" && rate !== "N/A";
      return isRate ? [{ base: BASE, quote, day, rate, line }] : [];
    });
  });
}

/** `2026-11-24`, or `24 November 2026` as the daily file has it. */
function toDay(text: string): string {
  const [, date = "", name = "", year = ""] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text) ?? [];
  if (year === "") return text;
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
}
