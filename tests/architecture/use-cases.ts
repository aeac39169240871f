import { exportedValues } from "./exports";
import { type AnyNode, isNode, nameOf, nodes, parse } from "./parse";
import type { SourceFile } from "./source-files";

export interface UseCase {
  /** Of the file that exports it. */
  path: string;
  name: string;
  /** The permissions that its own body asks for, in order. */
  permissions: string[];
  /** Names of all that it calls. */
  calls: string[];
}

const RULES = new Set(["requirePermission", "requireInstancePermission", "isAllowed"]);

/** What transport calls of lib and hands a Context: these are the use cases. */
export function findUseCases(transport: readonly SourceFile[], lib: readonly SourceFile[]): UseCase[] {
  const called = new Set(transport.flatMap(importsOfLib));
  return lib.flatMap((file) =>
    exportedValues(file)
      .filter(({ name }) => called.has(`${file.path} ${name}`))
      .flatMap(({ name, value }) =>
        takesContext(value) ? [{ path: file.path, name, ...rulesOf(value) }] : [],
      ),
  );
}

/** `lib/x/y.ts name` for each value that a file imports from lib. */
function importsOfLib(file: SourceFile): string[] {
  return parse(file).body.flatMap((item) => {
    if (item.type !== "ImportDeclaration" || item.typeOnly || !item.source.value.startsWith("@/lib/"))
      return [];
    const path = `${item.source.value.slice(2)}.ts`;
    return item.specifiers.flatMap((specifier) =>
      specifier.type === "ImportSpecifier"
        ? [`${path} ${nameOf(specifier.imported) ?? specifier.local.value}`]
        : [],
    );
  });
}

function takesContext(value: unknown): value is AnyNode {
  if (!isNode(value) || !Array.isArray(value.params)) return false;
  const first = value.params[0]?.pat ?? value.params[0];
  return [...nodes(isNode(first) ? first.typeAnnotation : null)].some((node) => nameOf(node) === "Context");
}

function rulesOf(value: AnyNode): Pick<UseCase, "permissions" | "calls"> {
  const all = [...nodes(value.body)].filter(({ type }) => type === "CallExpression");
  const calls = all.flatMap(({ callee }) => nameOf(callee) ?? []);
  const permissions = all
    .filter(({ callee }) => RULES.has(nameOf(callee) ?? ""))
    .flatMap((call) => [...nodes(call.arguments)].flatMap(literalOf));
  return { permissions, calls };
}

function literalOf(node: AnyNode): string[] {
  return node.type === "StringLiteral" && typeof node.value === "string" ? [node.value] : [];
}
