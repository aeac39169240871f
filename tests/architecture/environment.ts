import { type AnyNode, isNode, nameOf, nodes, parse } from "./parse";
import type { SourceFile } from "./source-files";

/** How a file reads the environment, if it does: one entry each time. */
export function environmentReads(file: SourceFile): string[] {
  if (!/\bprocess\b/.test(file.text)) return [];
  const all = [...nodes(parse(file))];
  const constants = new Set(all.filter(isCompileTimeConstant).map((node) => node.object));
  return all.filter((node) => readsEnvironment(node) && !constants.has(node)).map(() => file.path);
}

/** `process.env.NEXT_RUNTIME` is no setting: Next writes its value into each bundle that it builds. */
function isCompileTimeConstant(node: AnyNode): boolean {
  return node.type === "MemberExpression" && propertyOf(node.property) === "NEXT_RUNTIME";
}

function readsEnvironment(node: AnyNode): boolean {
  if (node.type === "MemberExpression") return isProcess(node.object) && propertyOf(node.property) === "env";
  if (node.type === "VariableDeclarator") return isProcess(node.init);
  if (node.type === "ImportDeclaration") {
    const from = isNode(node.source) ? node.source.value : null;
    return from === "process" || from === "node:process";
  }
  return false;
}

/** `process`, or `globalThis.process`. */
function isProcess(node: unknown): boolean {
  if (nameOf(node) === "process") return true;
  return isNode(node) && node.type === "MemberExpression" && propertyOf(node.property) === "process";
}

function propertyOf(property: unknown): unknown {
  if (!isNode(property)) return null;
  if (property.type !== "Computed") return nameOf(property);
  return isNode(property.expression) ? property.expression.value : null;
}
