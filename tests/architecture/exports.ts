import type { ModuleItem } from "@swc/core";
import { isNode, nameOf, parse } from "./parse";
import type { SourceFile } from "./source-files";

export interface ExportedValue {
  /** `*` where the names are not written down: `export * from`, or a pattern. */
  name: string;
  /** The syntax tree of what is exported; null where it comes from elsewhere. */
  value: unknown;
}

/** What a file exports besides types. */
export function exportedValues(file: SourceFile): ExportedValue[] {
  const body = parse(file).body;
  const declared = new Map(body.flatMap(declarationsOf).map((found) => [found.name, found.value]));
  return body.flatMap((item) => exportsOf(item, declared));
}

function exportsOf(item: ModuleItem, declared: ReadonlyMap<string, unknown>): ExportedValue[] {
  switch (item.type) {
    case "ExportDeclaration":
      return declarationsOf(item.declaration);
    case "ExportDefaultDeclaration":
      return item.decl.type === "TsInterfaceDeclaration" ? [] : [{ name: "default", value: item.decl }];
    case "ExportDefaultExpression":
      return [{ name: "default", value: item.expression }];
    case "ExportAllDeclaration":
      return [{ name: "*", value: null }];
    case "ExportNamedDeclaration":
      return item.typeOnly
        ? []
        : item.specifiers.flatMap((specifier) => specifierExport(specifier, item, declared));
    default:
      return [];
  }
}

function specifierExport(
  specifier: unknown,
  item: { source?: unknown },
  declared: ReadonlyMap<string, unknown>,
): ExportedValue[] {
  if (!isNode(specifier) || specifier.isTypeOnly === true) return [];
  const local = nameOf(specifier.orig);
  const name = nameOf(specifier.exported) ?? local ?? "*";
  const value = item.source || local === null ? null : (declared.get(local) ?? null);
  return [{ name, value }];
}

function declarationsOf(item: unknown): ExportedValue[] {
  if (!isNode(item)) return [];
  if (item.type === "FunctionDeclaration" || item.type === "ClassDeclaration") {
    return [{ name: nameOf(item.identifier) ?? "*", value: item }];
  }
  if (item.type !== "VariableDeclaration" || !Array.isArray(item.declarations)) return [];
  return item.declarations.map((one) => ({
    name: nameOf(one.id) ?? "*",
    value: nameOf(one.id) ? one.init : null,
  }));
}

/** Whether the value is `callee(...)`, with `callee` imported under that name from `from`. */
export function isCallOf(value: unknown, callee: string): boolean {
  return isNode(value) && value.type === "CallExpression" && nameOf(value.callee) === callee;
}

export function imports(file: SourceFile, name: string, from: string): boolean {
  return parse(file).body.some(
    (item) =>
      item.type === "ImportDeclaration" &&
      item.source.value === from &&
      item.specifiers.some((specifier) => specifier.local.value === name),
  );
}
