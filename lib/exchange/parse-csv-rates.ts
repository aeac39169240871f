import { RateFileError } from "./rate-file-error";
import type { FileRate } from "./rate-input";

const COLUMNS = ["base", "quote", "day", "rate"] as const;

/** Rows under the heading `base,quote,day,rate`, in any order of columns; others are passed over.
 *  @throws RateFileError */
export function parseCsvRates(text: string): FileRate[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const heading = cells(lines[0] ?? "").map((name) => name.toLowerCase());
  const places = COLUMNS.map((name) => heading.indexOf(name));
  if (places.includes(-1)) throw new RateFileError("columns", 1, `the columns are ${COLUMNS.join(", ")}`);
  return lines.slice(1).flatMap((line, index) => {
    if (line.trim() === "") return [];
    const row = cells(line);
    const [base, quote, day, rate] = places.map((place) => row[place]);
    if (base === undefined || quote === undefined || day === undefined || rate === undefined) {
      throw new RateFileError("short", index + 2, `${heading.length} columns are needed`);
    }
    return [{ base, quote, day, rate, line: index + 2 }];
  });
}

/** None of the columns that are read holds a comma. */
const cells = (line: string): string[] =>
  line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
