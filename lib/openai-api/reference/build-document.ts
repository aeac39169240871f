import type { Locale } from "@/lib/i18n/locale";
import { REFERENCE_TEXTS } from "@/lib/i18n/reference-texts";
import packageJson from "@/package.json";
import type { ApiOperation } from "./api-operation";
import { describeField } from "./describe-field";
import { describeOperation } from "./describe-operation";
import { AnthropicError, OpenAiError } from "./error-reply";
import { API_OPERATIONS } from "./operations";
import { nameOfSchema } from "./schema-name";
import { type JsonSchema, toJsonSchema } from "./to-json-schema";

/** OpenAPI 3.1, as far as the reference reads it. */
export interface ApiDocument {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  paths: Record<string, Record<string, DescribedOperation>>;
  components: {
    securitySchemes: Record<string, Record<string, string>>;
    headers: Record<string, { description: string; schema: JsonSchema }>;
    schemas: Record<string, JsonSchema>;
  };
}

export type DescribedOperation = ReturnType<typeof describeOperation>;

/** The API in OpenAPI 3.1, made from the schemas that its routes parse with.
 *  @param baseUrl of this installation, `/api/v1` included */
export function buildDocument(locale: Locale, baseUrl: string): ApiDocument {
  const texts = REFERENCE_TEXTS[locale];
  const paths: ApiDocument["paths"] = {};
  for (const operation of API_OPERATIONS) {
    const methods = paths[operation.path] ?? {};
    methods[operation.method.toLowerCase()] = describeOperation(operation, locale);
    paths[operation.path] = methods;
  }
  return {
    openapi: "3.1.0",
    info: { title: texts.title, version: packageJson.version, description: texts.intro },
    servers: [{ url: baseUrl }],
    security: [{ bearer: [] }, { xApiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: texts.keyScheme },
        xApiKey: { type: "apiKey", in: "header", name: "x-api-key", description: texts.xKeyScheme },
      },
      headers: Object.fromEntries(
        Object.entries(texts.headers).map(([name, description]) => [
          name,
          { description, schema: { type: "string" } },
        ]),
      ),
      schemas: Object.fromEntries([
        ...API_OPERATIONS.flatMap((operation) => schemasOf(operation, locale)),
        ["OpenAiError", toJsonSchema(OpenAiError, "output", () => undefined)],
        ["AnthropicError", toJsonSchema(AnthropicError, "output", () => undefined)],
      ]),
    },
  };
}

function schemasOf({ id, body, reply, event }: ApiOperation, locale: Locale): [string, JsonSchema][] {
  const describe = (field: string) => describeField(locale, id, field);
  const entry = (kind: "request" | "reply" | "event", schema: ApiOperation["body"]) =>
    schema === undefined
      ? []
      : [
          [
            nameOfSchema(id, kind),
            toJsonSchema(schema, kind === "request" ? "input" : "output", describe),
          ] satisfies [string, JsonSchema],
        ];
  return [...entry("request", body), ...entry("reply", reply), ...entry("event", event)];
}
