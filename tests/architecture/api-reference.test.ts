import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { type Shape, shapeOf } from "@/lib/http/shape";
import { LOCALES } from "@/lib/i18n/locale";
import { REFERENCE_TEXTS } from "@/lib/i18n/reference-texts";
import { buildDocument } from "@/lib/openai-api/reference/build-document";
import { API_OPERATIONS } from "@/lib/openai-api/reference/operations";
import { ROOT, sourceFiles } from "./source-files";

/** Whatever has no address of its own, and the description itself. */
const APART = new Set(["app/api/v1/[...path]/route.ts", "app/api/v1/openapi.json/route.ts"]);

/** `app/api/v1/models/[...id]/route.ts` → `/models/{id}` */
const addressOf = (file: string) =>
  file.slice("app/api/v1".length, -"/route.ts".length).replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}");

async function servedOperations(): Promise<Map<string, Shape>> {
  const files = sourceFiles(/^app\/api\/v1\/.*route\.ts$/).filter(({ path }) => !APART.has(path));
  const served = new Map<string, Shape>();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(path.join(ROOT, file.path));
    for (const [method, serve] of Object.entries(exported)) {
      const shape = typeof serve === "function" ? shapeOf(serve) : null;
      if (shape) served.set(`${method} ${addressOf(file.path)}`, shape);
    }
  }
  return served;
}

const document = (locale: (typeof LOCALES)[number] = "en") =>
  buildDocument(locale, "http://localhost:3000/api/v1");

test("each address that is served is described, with the schemas that its route parses with", async () => {
  const served = await servedOperations();
  const described = API_OPERATIONS.map(({ method, path }) => `${method} ${path}`);
  // What is missing: an entry in lib/openai-api/reference/operations.ts, or its route.
  expect(described.toSorted()).toEqual([...served.keys()].toSorted());
  for (const { method, path, params, query, body } of API_OPERATIONS) {
    const shape = served.get(`${method} ${path}`);
    if (shape?.kind !== "route") throw new Error(`${path} is no route`);
    const isSame = {
      params: shape.params === params,
      query: shape.query === query,
      body: shape.body === body,
    };
    expect({ path, ...isSame }).toEqual({ path, params: true, query: true, body: true });
  }
});

test.each(LOCALES)("the document is OpenAPI 3.1 (%s)", async (locale) => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document(locale))));
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  expect(validator.version).toBe("3.1");
});

test("the validator would say what is wrong", async () => {
  const broken = { ...document(), paths: { "/x": { get: { responses: { "200": { headers: 1 } } } } } };
  expect((await new Validator().validate(JSON.parse(JSON.stringify(broken)))).valid).toBe(false);
});

test.each(LOCALES)("whatever is read of it is written in %s", (locale) => {
  const { paths, components } = document(locale);
  const texts = REFERENCE_TEXTS[locale];
  const missing: string[] = [];
  for (const { id, path, method, examples } of API_OPERATIONS) {
    if (!Object.hasOwn(texts.operations, id)) missing.push(`operations.${id}`);
    for (const { name } of examples)
      if (!Object.hasOwn(texts.examples, name)) missing.push(`examples.${name}`);
    const operation = paths[path]?.[method.toLowerCase()];
    for (const { name, description } of operation?.parameters ?? [])
      if (description === undefined) missing.push(`fields.${id}.${name}`);
    for (const status of Object.keys(operation?.responses ?? {}))
      if (status !== "200" && !Object.hasOwn(texts.statuses, status)) missing.push(`statuses.${status}`);
  }
  for (const [name, schema] of Object.entries(components.schemas)) {
    if (!name.endsWith("Request")) continue;
    for (const [field, { description }] of Object.entries(schema.properties ?? {}))
      if (description === undefined) missing.push(`fields, ${name}: ${field}`);
  }
  expect(missing).toEqual([]);
});

test("each example is what its own schema takes", () => {
  for (const { id, body, examples } of API_OPERATIONS)
    for (const example of examples)
      expect({ id, name: example.name, ok: body?.safeParse(example.body).success }).toMatchObject({
        ok: true,
      });
});
