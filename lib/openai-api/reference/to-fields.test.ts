import { expect, test } from "vitest";
import { z } from "zod";
import { toFields } from "./to-fields";
import { toJsonSchema } from "./to-json-schema";

const fieldsOf = (schema: z.ZodType) => toFields(toJsonSchema(schema, "input", () => undefined));

test("a field says its type, its limits, and whether it is needed", () => {
  const fields = fieldsOf(
    z.object({
      name: z.string(),
      share: z.number().min(0).max(1).nullish(),
      count: z.int().positive().optional(),
      stream: z.boolean().nullish(),
      limit: z.int().min(1).default(100),
      mode: z.enum(["auto", "none"]).optional(),
      stop: z.union([z.string(), z.array(z.string())]).nullish(),
    }),
  );
  expect(
    fields.map(({ name, type, required, limits, usual }) => [name, type, required, limits, usual]),
  ).toEqual([
    ["name", "string", true, "", ""],
    ["share", "number", false, "0 – 1", ""],
    ["count", "integer", false, "> 0", ""],
    ["stream", "boolean", false, "", ""],
    ["limit", "integer", false, "≥ 1", "100"],
    ["mode", '"auto" | "none"', false, "", ""],
    ["stop", "string | array of string", false, "", ""],
  ]);
});

test("each form of a field is told by what it is known by", () => {
  const [message] = fieldsOf(
    z.object({
      messages: z.array(
        z.discriminatedUnion("role", [
          z.object({ role: z.literal("user"), content: z.string() }),
          z.object({ role: z.literal("tool"), id: z.string() }),
        ]),
      ),
    }),
  );
  expect(message?.type).toBe("array of object");
  expect(message?.groups.map(({ form, fields }) => [form, fields.map(({ name }) => name)])).toEqual([
    ['role: "user"', ["role", "content"]],
    ['role: "tool"', ["role", "id"]],
  ]);
});
