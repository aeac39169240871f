import type { Locale } from "@/lib/i18n/locale";
import { REFERENCE_TEXTS } from "@/lib/i18n/reference-texts";
import type { ApiOperation } from "./api-operation";
import { describeField, textOf } from "./describe-field";
import { nameOfSchema, schemaRef } from "./schema-name";
import { statusesOf } from "./statuses";
import { type JsonSchema, toJsonSchema } from "./to-json-schema";

const WITH_RETRY = new Set([409, 429, 503]);

export interface DescribedParameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface DescribedResponse {
  description: string;
  headers: Record<string, { $ref: string }>;
  content: Record<string, { schema: JsonSchema; "x-wye-event"?: { $ref: string } }>;
}

/** One operation as OpenAPI has it. */
export function describeOperation(operation: ApiOperation, locale: Locale) {
  const { id, scope, body, event } = operation;
  const texts = REFERENCE_TEXTS[locale];
  const about = textOf(texts.operations, id);
  const parameters = parametersOf(operation, locale);
  const failures = statusesOf(operation).map(
    (status) => [String(status), failureOf(operation, status, locale)] as const,
  );
  return {
    operationId: id,
    summary: about?.summary ?? id,
    description: about?.description ?? "",
    "x-wye-scope": scope,
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: schemaRef(nameOfSchema(id, "request")),
            ...(operation.examples.length > 0 && { examples: examplesOf(operation, locale) }),
          },
        },
      },
    }),
    responses: {
      "200": {
        description: event ? `${texts.reply} ${texts.stream}` : texts.reply,
        headers: headerRefs(namesOfHeaders(operation)),
        content: {
          "application/json": { schema: schemaRef(nameOfSchema(id, "reply")) },
          ...(event && {
            "text/event-stream": {
              schema: { type: "string" },
              "x-wye-event": schemaRef(nameOfSchema(id, "event")),
            },
          }),
        },
      },
      ...Object.fromEntries(failures),
    } as Record<string, DescribedResponse>,
  };
}

function examplesOf({ examples }: ApiOperation, locale: Locale) {
  const names = REFERENCE_TEXTS[locale].examples;
  return Object.fromEntries(
    examples.map(({ name, body }) => [name, { summary: textOf(names, name) ?? name, value: body }]),
  );
}

function parametersOf(operation: ApiOperation, locale: Locale): DescribedParameter[] {
  const { id, method, path, query } = operation;
  const describe = (field: string) => describeField(locale, id, field);
  const described = (field: string) => {
    const description = describe(field);
    return description === undefined ? {} : { description };
  };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(
    ([, name = ""]): DescribedParameter => ({
      ...{ name, in: "path", required: true, schema: { type: "string" } },
      ...described(name),
    }),
  );
  const asked = query ? toJsonSchema(query, "input", () => undefined) : {};
  const inQuery = Object.entries(asked.properties ?? {}).map(
    ([name, schema]): DescribedParameter => ({
      ...{ name, in: "query", required: asked.required?.includes(name) ?? false, schema },
      ...described(name),
    }),
  );
  const named: DescribedParameter[] =
    method === "POST"
      ? [
          {
            ...{ name: "Idempotency-Key", in: "header", required: false },
            description: REFERENCE_TEXTS[locale].parameters["Idempotency-Key"],
            schema: { type: "string", minLength: 1, maxLength: 255 },
          },
        ]
      : [];
  return [...inPath, ...inQuery, ...named];
}

function failureOf({ wire }: ApiOperation, status: number, locale: Locale): DescribedResponse {
  const { statuses } = REFERENCE_TEXTS[locale];
  const name = wire === "anthropic" ? "AnthropicError" : "OpenAiError";
  return {
    description: textOf(statuses, String(status)) ?? String(status),
    headers: headerRefs(["x-request-id", ...(WITH_RETRY.has(status) ? ["retry-after"] : [])]),
    content: { "application/json": { schema: schemaRef(name) } },
  };
}

function namesOfHeaders({ asks, method }: ApiOperation): string[] {
  return [
    "x-request-id",
    ...(asks ? ["x-wye-model", "x-wye-mode", "x-wye-decision", "x-wye-cost"] : []),
    ...(method === "POST" ? ["idempotent-replayed"] : []),
  ];
}

const headerRefs = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
