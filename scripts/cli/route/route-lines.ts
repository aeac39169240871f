import { createInterface } from "node:readline";
import { classify } from "@/lib/router/classifier/classify";
import { scoreGain } from "@/lib/router/classifier/score-gain";
import { print, printJson } from "../output";
import { parseQuestion } from "./parse-question";

const MICROS_PER_MS = 1_000;
const WARM_ROUNDS = 200;

/** Decodes the weights and lets the code become fast, so that `micros` tells what a decision costs in a server. */
function warmUp(): void {
  for (let round = 0; round < WARM_ROUNDS; round += 1)
    classify({ text: `Compare ${round} plans, then write a function. 比较方案，再写一个函数。` });
}

/** Decides one question a line: from its text alone, without a model, a server or a database. The model that would serve
 *  depends on what is connected, which is not asked here. */
export async function routeLines({ json }: { json?: boolean }): Promise<void> {
  warmUp();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    const question = parseQuestion(line, number);
    const from = performance.now();
    const { mode, pReasoning, reasons } = classify(question);
    const micros = Math.round((performance.now() - from) * MICROS_PER_MS);
    if (json)
      printJson({
        mode,
        p_reasoning: pReasoning,
        p_stronger: (scoreGain(question.text) + 1) / 2,
        model: null,
        reasons,
        micros,
      });
    else print(`${mode}\t${pReasoning.toFixed(2)}\t${reasons.join(", ")}`);
  }
}
