import { isNode, nameOf, parse } from "./parse";
import type { SourceFile } from "./source-files";

/** What a query that changes something is called. One that only reads never begins so. */
const WRITES =
  /^(insert|update|upsert|set|delete|remove|rename|replace|save|revoke|withdraw|mark|add|allow|claim|transfer|restore|suspend)[A-Z]/;
const QUERIES = "@/db/queries/";
const RECORD = "@/lib/audit/record";

/** The queries by which a file changes something that it does not record: `provider` queries as `providers.deleteProvider`. */
export function unrecordedWrites(file: SourceFile, unaudited: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  for (const item of parse(file).body) {
    if (item.type !== "ImportDeclaration" || item.typeOnly) continue;
    const from = item.source.value;
    if (from === RECORD) return [];
    if (!from.startsWith(QUERIES)) continue;
    const room = from.slice(QUERIES.length);
    for (const specifier of item.specifiers) {
      const name = importedName(specifier);
      if (name !== null && WRITES.test(name) && !Object.hasOwn(unaudited, room))
        found.push(`${room}.${name}`);
    }
  }
  return found;
}

function importedName(specifier: unknown): string | null {
  if (!isNode(specifier) || specifier.isTypeOnly === true) return null;
  return nameOf(specifier.imported) ?? nameOf(specifier.local);
}
