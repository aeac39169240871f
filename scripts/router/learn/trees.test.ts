import { expect, it } from "vitest";
import { scoreForest } from "../../../lib/router/classifier/forest";
import { seeded } from "./random";
import { TREES, trainForest } from "./trees";

const random = seeded(3);
const rows = Array.from({ length: 400 }, () => Float64Array.from([random(), random(), random()]));
/** Neither of the first two columns says anything alone. */
const labels = rows.map(([a = 0, b = 0]) => (a > 0.5 !== b > 0.5 ? 1 : 0));
const lesson = { rows, labels, weights: rows.map(() => 1), columns: 3 };
const options = { ...TREES, columnShare: 1 };

it("trees learn what no single column says", () => {
  const forest = trainForest(lesson, options);
  const right = rows.filter((row, nth) => scoreForest(forest, row) > 0 === (labels[nth] === 1)).length;
  expect(right / rows.length).toBeGreaterThan(0.95);
});

it("the same seed grows the same trees", () => {
  expect(trainForest(lesson, options)).toEqual(trainForest(lesson, options));
});
