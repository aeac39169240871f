import { createInterface } from "node:readline";
import { approxTokens } from "@/lib/completion/approx-tokens";
import { AppError } from "@/lib/errors";
import type { RouterCatalogue } from "@/lib/router/candidate";
import { type Classification, classify, type Question } from "@/lib/router/classifier/classify";
import { scoreGain } from "@/lib/router/classifier/score-gain";
import { nameOf } from "@/lib/router/model-name";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import { route } from "@/lib/router/route";
import { print, printJson } from "../output";
import { parseQuestion } from "./parse-question";
import { type RouteOptions, routerOf } from "./router-of";

const MICROS_PER_MS = 1_000;
const WARM_ROUNDS = 1_000;
/** Of the kinds that take different ways through the code. */
const WARM_TEXTS = [
  "Compare two plans, then write a function. 比较方案，再写一个函数。",
  "Prove that there are infinitely many primes.",
  "写一首关于秋天的诗",
  "why?",
];

/** Decides one question a line: without a call to a model, and without a database unless a team is named. */
export async function routeLines(options: RouteOptions): Promise<void> {
  const now = new Date();
  const { policy, catalogue } = await routerOf(options, now);
  const decide = (question: Question) => decideBy(question, policy, catalogue, now);
  // Decodes the weights and lets the code become fast, so that `micros` tells what a decision costs in a server.
  for (let round = 0; round < WARM_ROUNDS; round += 1)
    decide({ text: `${WARM_TEXTS[round % WARM_TEXTS.length]} ${round}` });
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    const question = parseQuestion(line, number);
    const from = performance.now();
    const decided = decide(question);
    const micros = Math.round((performance.now() - from) * MICROS_PER_MS);
    printDecision(question, decided, micros, options);
  }
}

type Decided = Omit<Classification, "mode"> & { mode: string | null; model: string | null };

/** Auto that is unsure says so, and names the model that the policy then takes. Where a rule decides, or nobody may
 *  answer, the probability is still what the classifier says. */
function decideBy(question: Question, policy: RoutingPolicy, catalogue: RouterCatalogue, now: Date): Decided {
  const { text, history = [], attachments = 0 } = question;
  const promptTokens = approxTokens([...history.map((past) => past.text), text].join("\n"));
  const request = {
    ...{ choice: { kind: "mode" as const, mode: "auto" as const }, question: text, history, attachments },
    ...{ images: 0, promptTokens, groupIds: [], before: null, standIn: false },
  };
  try {
    const decision = route(request, policy, catalogue, new Map(), { left: null }, now);
    const { decidedBy, pReasoning, reasons } = decision;
    const mode = decidedBy === "default" ? "unsure" : decision.mode;
    const said = pReasoning === null ? classify(question) : { pReasoning, reasons: [...reasons] };
    return { ...said, mode, model: nameOf(decision) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "no_model") throw error;
    return { ...classify(question), model: null };
  }
}

function printDecision(
  { text }: Question,
  { mode, pReasoning, model, reasons }: Decided,
  micros: number,
  { json }: RouteOptions,
): void {
  if (json)
    printJson({
      mode,
      p_reasoning: pReasoning,
      p_stronger: (scoreGain(text) + 1) / 2,
      model,
      reasons,
      micros,
    });
  else print([mode, pReasoning.toFixed(2), model ?? "no model", reasons.join(", ")].join("\t"));
}
