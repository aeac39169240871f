import type { ApiDocument } from "./build-document";
import type { DescribedParameter, DescribedResponse } from "./describe-operation";
import { type FieldView, toFields } from "./to-fields";

/** One operation as the reference shows it, read from the document alone. */
export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  scope: string;
  parameters: (FieldView & { in: DescribedParameter["in"] })[];
  body: FieldView[];
  examples: { name: string; summary: string; body: Readonly<Record<string, unknown>> }[];
  reply: FieldView[];
  event: FieldView[];
  replyText: string;
  headers: { name: string; description: string }[];
  failures: { status: string; description: string }[];
}

/** What the reference shows of a document. */
export function toReference({ paths, components }: ApiDocument): OperationView[] {
  const named = (ref: unknown) => {
    const name = typeof ref === "string" ? ref.slice(ref.lastIndexOf("/") + 1) : "";
    return toFields(components.schemas[name] ?? {});
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): OperationView => {
      const { operationId: id, summary, description, requestBody, responses } = operation;
      const { "200": done, ...failed } = responses;
      const json = requestBody?.content["application/json"];
      return {
        ...{ id, method: method.toUpperCase(), path, summary, description },
        scope: operation["x-wye-scope"],
        parameters: (operation.parameters ?? []).map(toParameter),
        body: named(json?.schema.$ref),
        examples: Object.entries(json?.examples ?? {}).map(([name, { summary, value }]) => ({
          ...{ name, summary, body: value },
        })),
        reply: named(done?.content["application/json"]?.schema.$ref),
        event: named(done?.content["text/event-stream"]?.["x-wye-event"]?.$ref),
        replyText: done?.description ?? "",
        headers: headersOf(done).map((name) => ({
          name,
          description: components.headers[name]?.description ?? "",
        })),
        failures: Object.entries(failed).map(([status, { description }]) => ({ status, description })),
      };
    }),
  );
}

const headersOf = (response: DescribedResponse | undefined) => Object.keys(response?.headers ?? {});

function toParameter({ name, required, description, schema, in: place }: DescribedParameter) {
  const [field] = toFields({ properties: { [name]: { ...schema, ...(description && { description }) } } });
  return { ...emptyField(name), ...field, required, in: place };
}

const emptyField = (name: string): FieldView => ({
  ...{ name, type: "any", required: false, description: "", limits: "", usual: "", groups: [] },
});
