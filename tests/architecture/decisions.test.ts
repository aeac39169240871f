import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = "docs/decisions";

test("each decision has a number of its own, in its name and in its title", () => {
  const names = readdirSync(FOLDER).filter((name) => /^\d{4}-/.test(name));
  expect(names.length).toBeGreaterThan(40);
  const numbers = names.map((name) => Number(name.slice(0, 4)));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  const titles = names.map((name) => readFileSync(`${FOLDER}/${name}`, "utf8").split("\n")[0] ?? "");
  expect(titles.map((title) => Number(/^# (\d+)\. /.exec(title)?.[1]))).toEqual(numbers);
});
