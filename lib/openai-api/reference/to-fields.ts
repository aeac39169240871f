import type { JsonSchema } from "./to-json-schema";

/** One field as the reference shows it. */
export interface FieldView {
  name: string;
  /** `string`, `integer`, `"auto" | "none"`, `array of object`; OpenAPI's own words, which are not translated. */
  type: string;
  required: boolean;
  description: string;
  /** `1 – 128`, `≥ 1`; empty where there is none. */
  limits: string;
  /** What stands when it is left out, as JSON; empty where nothing does. */
  usual: string;
  /** What it consists of: one group, or one for each form that it may have. */
  groups: FieldGroup[];
}

export interface FieldGroup {
  /** Which form it is; null where there is but one. */
  form: string | null;
  fields: FieldView[];
}

/** The fields of an object, and of what they consist. */
export function toFields(schema: JsonSchema): FieldView[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    type: typeOf(property),
    required: required.has(name),
    description: property.description ?? "",
    limits: limitsOf(property),
    usual: property.default === undefined ? "" : JSON.stringify(property.default),
    groups: groupsOf(property),
  }));
}

/** The schemas that a value may be of; null is told by the field's not being required. */
function formsOf(schema: JsonSchema): JsonSchema[] {
  const forms = schemasIn(schema.anyOf) ?? schemasIn(schema.oneOf);
  return forms ? forms.flatMap(formsOf).filter(({ type }) => type !== "null") : [schema];
}

const schemasIn = (value: unknown): JsonSchema[] | null =>
  Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : null;

function typeOf(schema: JsonSchema): string {
  return [...new Set(formsOf(schema).map(plainType))].join(" | ");
}

function plainType(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.type === "array") {
    const items = itemsOf(schema);
    return `array of ${items ? typeOf(items) : "any"}`;
  }
  const types = [schema.type].flat().filter((type) => typeof type === "string" && type !== "null");
  return types.length > 0 ? types.join(" | ") : "any";
}

const itemsOf = ({ items }: JsonSchema): JsonSchema | null =>
  typeof items === "object" && items !== null && !Array.isArray(items) ? (items as JsonSchema) : null;

function groupsOf(schema: JsonSchema): FieldGroup[] {
  const objects = formsOf(schema)
    .flatMap((form) => (form.type === "array" ? formsOf(itemsOf(form) ?? {}) : [form]))
    .filter(({ properties }) => Object.keys(properties ?? {}).length > 0);
  return objects.map((form) => ({
    form: objects.length > 1 ? nameOfForm(form) : null,
    fields: toFields(form),
  }));
}

/** By what it is told from the others. */
function nameOfForm({ properties = {} }: JsonSchema): string | null {
  const fixed = Object.entries(properties).find(([, { const: value }]) => value !== undefined);
  return fixed ? `${fixed[0]}: ${JSON.stringify(fixed[1].const)}` : null;
}

/** zod says of every integer that it is one that JavaScript can hold. */
const isTold = (bound: unknown): bound is number =>
  typeof bound === "number" && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

function limitsOf(schema: JsonSchema): string {
  return formsOf(schema)
    .flatMap(({ minimum, exclusiveMinimum, maximum }) => {
      if (isTold(minimum) && isTold(maximum)) return [`${minimum} – ${maximum}`];
      if (isTold(exclusiveMinimum)) return [`> ${exclusiveMinimum}`];
      if (isTold(minimum)) return [`≥ ${minimum}`];
      return isTold(maximum) ? [`≤ ${maximum}`] : [];
    })
    .join(", ");
}
