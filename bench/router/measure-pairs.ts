import { classify } from "../../lib/router/classifier/classify";
import { loadModel } from "../../lib/router/classifier/load-model";
import { fitGain, type PreparedPair, preparePair } from "../../scripts/router/learn/fit-gain";
import { seeded, shuffled } from "../../scripts/router/learn/random";
import { readPairs } from "../../scripts/router/read-pairs";
import { type RecoveredGain, recoveredGain } from "./recovered-gain";

const FOLDS = 5;
const SEED = 5;

export interface PairFigures {
  pairs: number;
  byRouter: readonly (RecoveredGain & { title: string })[];
}

/** The score of each pair by a model that had not seen its fold. */
function crossScore(
  pairs: readonly PreparedPair[],
  foldOf: (nth: number) => number,
  folds: number,
): number[] {
  const scores = new Array<number>(pairs.length).fill(0);
  for (let fold = 0; fold < folds; fold += 1) {
    const { score } = fitGain(pairs.filter((_, nth) => foldOf(nth) !== fold));
    pairs.forEach((pair, nth) => {
      if (foldOf(nth) === fold) scores[nth] = score(pair);
    });
  }
  return scores;
}

/** How much of what a strong model adds is recovered by asking it for a share of the questions only. */
export function measurePairs(dataDir: string): PairFigures {
  const { words } = loadModel();
  const pairs = readPairs(dataDir).map((pair) => preparePair(pair, words));
  const gains = pairs.map(({ gain }) => gain);
  const order = shuffled(pairs.length, seeded(SEED));
  const categories = [...new Set(pairs.map(({ category }) => category))];
  const mode = pairs.map(({ question }) => classify({ text: question }).pReasoning);
  const random = crossScore(pairs, (nth) => (order[nth] ?? 0) % FOLDS, FOLDS);
  const byCategory = crossScore(
    pairs,
    (nth) => categories.indexOf(pairs[nth]?.category ?? ""),
    categories.length,
  );
  return {
    pairs: pairs.length,
    byRouter: [
      { title: "classifier's probability of reasoning", ...recoveredGain(mode, gains) },
      { title: "gain head, five folds", ...recoveredGain(random, gains) },
      { title: "gain head, each subject held out", ...recoveredGain(byCategory, gains) },
    ],
  };
}

export function toPairTable({ byRouter }: PairFigures): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const lines = [...byRouter, { title: "random", apgr: 0.5, cpt50: 0.5, cpt80: 0.8 }].map(
    ({ title, apgr, cpt50, cpt80 }) =>
      `| ${title} | ${percent(cpt50)} | ${percent(cpt80)} | ${apgr.toFixed(3)} |`,
  );
  return [
    "| router | strong calls for 50 % of the gap | for 80 % | APGR |",
    "| --- | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}
