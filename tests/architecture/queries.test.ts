import { expect, test } from "vitest";
import { queriesWithoutHandle } from "./queries";
import { sourceFiles } from "./source-files";

const check = (text: string) => queriesWithoutHandle({ path: "db/queries/x.ts", text });

test("each query in the tree takes the database handle first", () => {
  expect(sourceFiles(/^db\/queries\/.*\.ts$/).flatMap(queriesWithoutHandle)).toEqual([]);
});

test.each([
  ["no parameter", "export async function list() {}"],
  ["the handle second", "export async function list(teamId: string, db: Db) {}"],
  ["a handle of another type", "export async function list(db: string) {}"],
  ["a handle of no type", "export const list = async (db) => 1;"],
  ["a name that is not the handle's", "export const list = async (x: Db) => 1;"],
  ["a wrapped query", "export const list = cache(async (db: Db) => 1);"],
  ["a query from elsewhere", 'export { list } from "./other";'],
])("%s is refused", (_name, text) => {
  expect(check(text)).toEqual(["db/queries/x.ts: list"]);
});

test.each([
  ["a function", "export async function list(db: Db, teamId: string) {}"],
  ["an arrow in a transaction", "export const list = async (tx: Tx) => 1;"],
  ["a function in a transaction", "export async function list(tx: Db) {}"],
  ["types and figures", "export type Row = string;\nexport const LIMIT = 50;"],
])("%s passes", (_name, text) => {
  expect(check(text)).toEqual([]);
});
