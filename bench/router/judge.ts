import { accuracy, auc, calibrationError } from "../../scripts/router/learn/metrics";

/** One prompt as a judge saw it. */
export interface Verdict {
  lang: "en" | "zh";
  source: string;
  kind: string;
  /** 1 asks for reasoning, 0 for knowledge. */
  label: number;
  /** By judge: the probability that it gives to reasoning. */
  by: Readonly<Record<JudgeName, number>>;
}

export const JUDGES = {
  classifier: "**classifier**",
  plain: "plain linear model",
  keywords: "keywords",
  knowledge: "always knowledge",
  reasoning: "always reasoning",
} as const;
export type JudgeName = keyof typeof JUDGES;

export interface Figures {
  title: string;
  prompts: number;
  by: Readonly<Record<JudgeName, { auc: number | null; accuracy: number }>>;
  calibrationError: number;
  /** Share of prompts that the classifier calls unsure, and how often it is right on the others. */
  unsureShare: number;
  sureAccuracy: number;
}

const judgeNames = Object.keys(JUDGES) as JudgeName[];

export function figuresOf(
  title: string,
  verdicts: readonly Verdict[],
  unsure: readonly [number, number],
): Figures {
  const labels = verdicts.map(({ label }) => label);
  const of = (name: JudgeName) => {
    const ps = verdicts.map(({ by }) => by[name]);
    return { auc: auc(ps, labels), accuracy: accuracy(ps, labels) };
  };
  const sure = verdicts.filter(({ by: { classifier } }) => classifier < unsure[0] || classifier >= unsure[1]);
  return {
    title,
    prompts: verdicts.length,
    by: Object.fromEntries(judgeNames.map((name) => [name, of(name)])) as Figures["by"],
    calibrationError: calibrationError(
      verdicts.map(({ by }) => by.classifier),
      labels,
    ),
    unsureShare: 1 - sure.length / verdicts.length,
    sureAccuracy: accuracy(
      sure.map(({ by }) => by.classifier),
      sure.map(({ label }) => label),
    ),
  };
}

const three = (value: number | null) => (value === null ? "–" : value.toFixed(3));

/** A Markdown table with a line for each set of prompts: AUC and accuracy by judge. */
export function toJudgeTable(lines: readonly Figures[]): string {
  const heads = [
    "",
    "prompts",
    ...judgeNames.map((name) => `${JUDGES[name]}: AUC / accuracy`),
    "calibration error",
    "unsure",
    "accuracy where sure",
  ];
  const rows = lines.map((line) => [
    line.title,
    String(line.prompts),
    ...judgeNames.map((name) => `${three(line.by[name].auc)} / ${three(line.by[name].accuracy)}`),
    three(line.calibrationError),
    `${(100 * line.unsureShare).toFixed(1)} %`,
    three(line.sureAccuracy),
  ]);
  return [heads, heads.map((_, nth) => (nth === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
