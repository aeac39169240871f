import { join } from "node:path";
import { classify } from "../../lib/router/classifier/classify";
import { loadModel } from "../../lib/router/classifier/load-model";
import { balance } from "../../scripts/router/learn/balance";
import { calibrate } from "../../scripts/router/learn/calibrate";
import { fitStages } from "../../scripts/router/learn/fit-stages";
import { holdOut } from "../../scripts/router/learn/hold-out";
import { scoreLinear, sigmoid, trainLinear } from "../../scripts/router/learn/linear";
import { type Prepared, prepare } from "../../scripts/router/learn/prepare";
import { readGivenRows } from "../../scripts/router/read-given-rows";
import { readOwnRows } from "../../scripts/router/read-own-rows";
import { ROOT } from "../run/paths";
import { type AucIntervals, aucIntervals } from "./auc-interval";
import { type Figures, figuresOf, type Verdict } from "./judge";
import { keywordScore } from "./keyword-score";
import { plainIds } from "./plain-ids";

const ROWS = join(ROOT, "scripts/router");

interface Plain extends Prepared {
  plainIds: Int32Array;
}

const isJudged = ({ label }: { label: number }) => label !== 0.5;
const toPlain = (row: Plain) => ({ ids: row.plainIds, label: row.label, weight: row.weight });

function learnPlain(rows: readonly Plain[]) {
  const model = trainLinear(rows.map(toPlain));
  return (row: Plain) => scoreLinear(model, row.plainIds);
}

function verdictOf({ lang, source, kind, label, text }: Plain, classifier: number, plain: number): Verdict {
  const keywords = sigmoid(keywordScore(text));
  return { lang, source, kind, label, by: { classifier, plain, keywords, knowledge: 0, reasoning: 1 } };
}

export interface PromptFigures {
  /** Prompts that nothing was trained on, judged by the weights that ship. */
  unseen: Figures[];
  /** Each source and kind, judged by a model that was trained without it. */
  heldOut: Figures[];
}

const read = (rows: ReturnType<typeof readOwnRows>): Plain[] =>
  balance(rows.map((row) => ({ ...prepare(row), plainIds: plainIds(row.text) })));

const readLearned = (dataDir: string): Plain[] =>
  read([...readGivenRows(dataDir), ...readOwnRows(join(ROWS, "rows"))]);

/** Judges with the weights that ship, beside a plain model of the same rows. */
function judgeRows(rows: readonly Plain[], plain: (row: Plain) => number): Verdict[] {
  return rows
    .filter(isJudged)
    .map((row) => verdictOf(row, classify({ text: row.text }).pReasoning, sigmoid(plain(row))));
}

export interface NewFigures {
  figures: Figures[];
  intervals: AucIntervals[];
}

/** Judges a folder of rows (as `scripts/router/rows` has them) that no training and no choice of rows has seen: each
 *  file by itself, and by language the whole of it. */
export function measureNewSource(dataDir: string, folder: string, name: string): NewFigures {
  const rows = read(readOwnRows(folder, name));
  const verdicts = judgeRows(rows, learnPlain(readLearned(dataDir)));
  const { unsure } = loadModel();
  const kinds = [...new Set(verdicts.map(({ kind }) => kind))];
  const sets = [
    ...(kinds.length === 1
      ? []
      : kinds.map((kind) => ({ title: kind, of: verdicts.filter((verdict) => verdict.kind === kind) }))),
    { title: name, of: verdicts },
  ];
  return {
    figures: sets.flatMap(({ title, of }) => figuresByLanguage(of, unsure, title)),
    intervals: sets.flatMap(({ title, of }) =>
      byLanguage(of).flatMap(([lang, chosen]) => aucIntervals(`${title}, ${lang}`, chosen) ?? []),
    ),
  };
}

const FEWEST = 20;

/** The languages of which there is enough to be judged. */
function byLanguage(verdicts: readonly Verdict[]): ["en" | "zh", Verdict[]][] {
  return (["en", "zh"] as const).flatMap((lang) => {
    const chosen = verdicts.filter((verdict) => verdict.lang === lang);
    return chosen.length < FEWEST ? [] : [[lang, chosen] as ["en" | "zh", Verdict[]]];
  });
}

const figuresByLanguage = (
  verdicts: readonly Verdict[],
  unsure: readonly [number, number],
  name: string,
): Figures[] => byLanguage(verdicts).map(([lang, chosen]) => figuresOf(`${name}, ${lang}`, chosen, unsure));

/** Judges our own rows that were kept back and, by training again and again, each source as one never seen. */
export function measurePrompts(dataDir: string, say: (line: string) => void): PromptFigures {
  const rows = readLearned(dataDir);
  const { unsure } = loadModel();

  const plain = learnPlain(rows);
  const unseen = judgeRows(read(readOwnRows(join(ROWS, "rows-held"))), plain);

  const stages = holdOut(rows, (seen) => fitStages(seen).score, { say });
  const plains = new Map(holdOut(rows, learnPlain, { say }).map(({ row, logit }) => [row, logit]));
  const { slope, shift } = calibrate(
    stages.map(({ row: { label, weight }, logit }) => ({ label, weight, logit })),
  );
  const heldOut = stages
    .filter(({ row }) => isJudged(row))
    .map(({ row, logit }) => verdictOf(row, sigmoid(slope * logit + shift), sigmoid(plains.get(row) ?? 0)));
  const by = (verdicts: readonly Verdict[], source?: string): Figures[] =>
    figuresByLanguage(
      source === undefined ? verdicts : verdicts.filter((verdict) => verdict.source === source),
      unsure,
      source ?? "all",
    );
  const sources = [...new Set(heldOut.map(({ source }) => source))].sort();
  return {
    unseen: by(unseen),
    heldOut: [...sources.flatMap((source) => by(heldOut, source)), ...by(heldOut)],
  };
}
