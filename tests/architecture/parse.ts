import { type Module, parseSync } from "@swc/core";
import type { SourceFile } from "./source-files";

/** swc's syntax tree of a file. TypeScript 7 has no JavaScript interface of its own. */
export function parse(file: SourceFile): Module {
  const tsx = /\.[jt]sx$/.test(file.path);
  return parseSync(file.text, { syntax: "typescript", tsx, target: "es2024" });
}

/** A node of any kind: its fields are read by name and checked where they are used. */
export type AnyNode = { type: string } & Record<string, unknown>;

/** The node and every node under it. */
export function* nodes(root: unknown): Generator<AnyNode> {
  if (typeof root !== "object" || root === null) return;
  if (isNode(root)) yield root;
  for (const child of Object.values(root)) yield* nodes(child);
}

export function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The name of an identifier, or null for any other node. */
export function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === "Identifier" && typeof node.value === "string" ? node.value : null;
}
