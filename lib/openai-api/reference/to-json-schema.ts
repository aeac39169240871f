import { z } from "zod";

/** As far as this reads one: the rest passes through. */
export interface JsonSchema {
  [keyword: string]: unknown;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/** A schema as OpenAPI 3.1 has it.
 *  @param io `input`: what is sent to Wye, before zod changes it
 *  @param describe what a field of it is for; undefined where nothing is written about it */
export function toJsonSchema(
  schema: z.ZodType,
  io: "input" | "output",
  describe: (field: string) => string | undefined,
): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;
  if (!made.properties) return made;
  const properties = Object.entries(made.properties).map(([field, property]) => {
    const description = describe(field);
    return [field, description === undefined ? property : { description, ...property }] as const;
  });
  return { ...made, properties: Object.fromEntries(properties) };
}
