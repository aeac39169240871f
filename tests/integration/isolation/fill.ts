import { z } from "zod";
import { tableOfId } from "./id-kinds";

/** A place in an input where an id stands. */
export interface Slot {
  path: string;
  /** Of which table's rows it is one. */
  table: string;
  /** The one who asks makes it up. */
  isNew: boolean;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface Filling {
  /** The id that stands in a slot. */
  idFor: (slot: Slot) => string;
  /** The tables that have ids. */
  tables: ReadonlySet<string>;
}

/** A small input that a schema takes, with every id that it can have. What the schema does not tell (a pattern, a
 *  refinement) is for who describes the operation. */
export function fill(schema: z.ZodType, filling: Filling): unknown {
  return sampleOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), [], filling);
}

function sampleOf(schema: JsonSchema, path: readonly string[], filling: Filling): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) {
    const best = branches.find(hasId) ?? branches.find(({ type }) => type !== "null") ?? branches[0];
    return best ? sampleOf(best, path, filling) : null;
  }
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return objectOf(schema, path, filling);
    case "array":
      return arrayOf(schema, path, filling);
    case "string":
      return schema.format === "uuid" ? filling.idFor(slotAt(path, filling.tables)) : textOf(schema);
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 0, Number(schema.exclusiveMinimum ?? -1) + 1);
    case "boolean":
      return true;
    default:
      return schema.type === "null" ? null : undefined;
  }
}

function objectOf(schema: JsonSchema, path: readonly string[], filling: Filling): Record<string, unknown> {
  const required = new Set(schema.required ?? []);
  const entries = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    typeof property === "object" && (required.has(name) || hasId(property))
      ? [[name, sampleOf(property, [...path, name], filling)] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

function arrayOf(schema: JsonSchema, path: readonly string[], filling: Filling): unknown[] {
  const { items, minItems = 0 } = schema;
  if (typeof items !== "object" || Array.isArray(items)) return [];
  const length = Math.max(minItems, hasId(items) ? 1 : 0);
  return Array.from({ length }, () => sampleOf(items, [...path, "*"], filling));
}

function slotAt(path: readonly string[], tables: ReadonlySet<string>): Slot {
  const kind = tableOfId(path, tables);
  const isNew = kind.startsWith("new ");
  return { path: path.join("."), table: isNew ? kind.slice("new ".length) : kind, isNew };
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T00:00:00.000Z",
  email: "nobody@example.com",
};

function textOf({ format, minLength = 0 }: JsonSchema): string {
  return BY_FORMAT[format ?? ""] ?? "x".repeat(Math.max(minLength, 1));
}

function hasId(schema: JsonSchema): boolean {
  return JSON.stringify(schema).includes('"format":"uuid"');
}
