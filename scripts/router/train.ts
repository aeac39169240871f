import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { balance } from "./learn/balance";
import { calibrate, unsureBounds } from "./learn/calibrate";
import { fitGain, preparePair } from "./learn/fit-gain";
import { fitStages } from "./learn/fit-stages";
import { holdOut } from "./learn/hold-out";
import { prepare } from "./learn/prepare";
import { toStored } from "./learn/to-stored";
import { readGivenRows } from "./read-given-rows";
import { readOwnRows } from "./read-own-rows";
import { readPairs } from "./read-pairs";

const HERE = import.meta.dirname;
const WEIGHTS = join(HERE, "../../lib/router/classifier/weights.json");
/** How often what is not called unsure should be right, on sources never seen. */
const WANTED_ACCURACY = 0.95;

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Learns from the data folder and our own rows, and writes the weights. The rows that `bench:router` judges at the end
 *  (rows-held) are never read here. */
function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      out: { type: "string", default: WEIGHTS },
      judged: { type: "string" },
      quick: { type: "boolean", default: false },
    },
  });
  if (values.data === undefined)
    throw new RangeError("--data DIR is needed: the folder with prompts.jsonl.gz");
  const rows = balance([...readGivenRows(values.data), ...readOwnRows(join(HERE, "rows"))].map(prepare));
  say(`${rows.length} rows`);
  const judged = holdOut(rows, (seen) => fitStages(seen).score, { say, quick: values.quick });
  const scored = judged.map(({ row: { label, weight }, logit }) => ({ logit, label, weight }));
  const calibration = calibrate(scored);
  const unsure = unsureBounds(scored, calibration, WANTED_ACCURACY);
  const { words, forest } = fitStages(rows);
  const gain = fitGain(readPairs(values.data).map((pair) => preparePair(pair, words))).model;
  say(
    `slope ${calibration.slope.toFixed(3)}, shift ${calibration.shift.toFixed(3)}, unsure ${unsure.join(" to ")}`,
  );
  writeFileSync(
    values.out,
    `${JSON.stringify(toStored({ words, forest, calibration, unsure, gain }), null, 2)}\n`,
  );
  if (values.judged !== undefined) {
    mkdirSync(values.judged, { recursive: true });
    const lines = judged.map(({ row: { text, lang, source, kind, label }, logit }) =>
      JSON.stringify({
        logit: calibration.slope * logit + calibration.shift,
        label,
        lang,
        source,
        kind,
        text,
      }),
    );
    writeFileSync(join(values.judged, "judged.jsonl"), `${lines.join("\n")}\n`);
  }
}

main();
