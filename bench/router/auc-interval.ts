import { auc } from "../../scripts/router/learn/metrics";
import { seeded } from "../../scripts/router/learn/random";
import { JUDGES, type JudgeName, type Verdict } from "./judge";

const DRAWS = 2_000;
const SEED = 5;
/** Judges that order prompts at all. */
const COMPARED = ["classifier", "plain", "keywords"] as const satisfies readonly JudgeName[];
type Compared = (typeof COMPARED)[number];

export interface AucIntervals {
  title: string;
  reasoning: number;
  knowledge: number;
  /** Within which the AUC of 95 in 100 draws of as many prompts, with return, lies. */
  by: Readonly<Record<Compared, readonly [low: number, high: number]>>;
  /** Share of the draws in which the classifier orders better than the plain linear model. */
  ahead: number;
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

/** By bootstrap, the same for the same prompts; null where they have one label. */
export function aucIntervals(title: string, verdicts: readonly Verdict[]): AucIntervals | null {
  const reasoning = verdicts.filter(({ label }) => label === 1).length;
  const knowledge = verdicts.length - reasoning;
  if (reasoning === 0 || knowledge === 0) return null;
  const random = seeded(SEED);
  const found: Record<Compared, number[]> = { classifier: [], plain: [], keywords: [] };
  let ahead = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = verdicts.flatMap(() => verdicts[Math.floor(random() * verdicts.length)] ?? []);
    const labels = drawn.map(({ label }) => label);
    const areas = COMPARED.map((name) =>
      auc(
        drawn.map(({ by }) => by[name]),
        labels,
      ),
    );
    const [classifier, plain] = areas;
    if (classifier == null || plain == null) continue;
    if (classifier > plain) ahead += 1;
    COMPARED.forEach((name, nth) => void found[name].push(areas[nth] ?? 0));
  }
  const interval = (name: Compared) => {
    const sorted = found[name].sort((a, b) => a - b);
    return [quantile(sorted, 0.025), quantile(sorted, 0.975)] as const;
  };
  return {
    title,
    reasoning,
    knowledge,
    by: {
      classifier: interval("classifier"),
      plain: interval("plain"),
      keywords: interval("keywords"),
    },
    ahead: ahead / found.classifier.length,
  };
}

/** A Markdown table with a line for each set of prompts. */
export function toIntervalTable(lines: readonly AucIntervals[]): string {
  const heads = [
    "AUC, 95 of 100 draws within",
    "reasoning",
    "knowledge",
    ...COMPARED.map((name) => JUDGES[name]),
    "ahead of the plain model",
  ];
  const rows = lines.map(({ title, reasoning, knowledge, by, ahead }) => [
    title,
    String(reasoning),
    String(knowledge),
    ...COMPARED.map((name) => by[name].map((value) => value.toFixed(3)).join("–")),
    `${(100 * ahead).toFixed(0)} %`,
  ]);
  return [heads, heads.map((_, nth) => (nth === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
