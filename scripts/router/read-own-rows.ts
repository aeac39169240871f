import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "./row";

const LABELS = new Map([
  ["R", 1],
  ["K", 0],
  ["U", 0.5],
]);
const HAN = /[\u3400-\u9fff]/g;

/** Chinese when a fifth of the letters or more are, as people who mix languages count. */
export function languageOf(text: string): "en" | "zh" {
  const han = text.match(HAN)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return han > latin ? "zh" : "en";
}

/** A line is a label, a blank and the text, in which \n stands for a new line.
 *  @throws RangeError naming the line that is none. */
function parseLine(line: string, file: string): Pick<Row, "text" | "label"> {
  const label = LABELS.get(line[0] ?? "");
  if (label === undefined || line[1] !== " ") throw new RangeError(`${file}: no row: ${line.slice(0, 60)}`);
  return { label, text: line.slice(2).replaceAll("\\n", "\n") };
}

/** The rows of a folder: one folder a language, one file a kind. */
export function readOwnRows(folder: string, source = "own"): Row[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .sort()
        .flatMap((file) =>
          readFileSync(join(folder, name, file), "utf8")
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => {
              const { text, label } = parseLine(line, `${name}/${file}`);
              const kind = file.replace(/\.txt$/, "");
              return { text, label, lang: languageOf(text), source, kind, weight: 1 };
            }),
        ),
    );
}
