import { expect, test } from "vitest";
import { planChaos, TROUBLES } from "./plan-chaos";

test("a seed gives the same questions and troubles each time, and another seed others", () => {
  expect(planChaos(7, 100)).toEqual(planChaos(7, 100));
  expect(planChaos(8, 100)).not.toEqual(planChaos(7, 100));
});

test("each question is asked once, and forty-eight of them meet each trouble", () => {
  const blocks = planChaos(3, 48);
  const markers = blocks.flatMap(({ questions }) => questions.map(({ marker }) => marker));
  expect(new Set(markers).size).toBe(48);
  expect(blocks.map(({ trouble }) => trouble).toSorted()).toEqual([...TROUBLES].toSorted());
});
