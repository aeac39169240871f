import { exportedValues } from "./exports";
import { type AnyNode, isNode, nameOf } from "./parse";
import type { SourceFile } from "./source-files";

const HANDLE_NAMES = new Set(["db", "tx"]);
const HANDLE_TYPES = new Set(["Db", "Tx"]);
const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
const DATA = new Set([
  "StringLiteral",
  "NumericLiteral",
  "BooleanLiteral",
  "TsAsExpression",
  "TsConstAssertion",
]);

/** Exports of db/queries whose first parameter is not the database handle, `db` or `tx`. A handle that is passed
 *  in is what lets a use case put several queries in one transaction. */
export function queriesWithoutHandle(file: SourceFile): string[] {
  return exportedValues(file)
    .filter(({ value }) => !(isNode(value) && (DATA.has(value.type) || takesHandle(value))))
    .map(({ name }) => `${file.path}: ${name}`);
}

function takesHandle(value: AnyNode): boolean {
  if (!FUNCTIONS.has(value.type) || !Array.isArray(value.params)) return false;
  const first = value.params[0]?.pat ?? value.params[0];
  return HANDLE_NAMES.has(nameOf(first) ?? "") && HANDLE_TYPES.has(annotationOf(first) ?? "");
}

function annotationOf(parameter: unknown): string | null {
  const annotation = isNode(parameter) ? parameter.typeAnnotation : null;
  const type = isNode(annotation) ? annotation.typeAnnotation : null;
  return isNode(type) && type.type === "TsTypeReference" ? nameOf(type.typeName) : null;
}
