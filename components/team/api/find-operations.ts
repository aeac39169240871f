import type { OperationView } from "@/lib/openai-api/reference/reference-view";
import type { FieldView } from "@/lib/openai-api/reference/to-fields";

/** What of a reference is called so: an operation that is, whole; of the others, the fields that are. */
export function findOperations(operations: readonly OperationView[], query: string): OperationView[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [...operations];
  const has = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  return operations.flatMap((operation) => {
    const { method, path, summary } = operation;
    if (has(`${method} ${path}`, summary)) return [operation];
    const found = {
      parameters: operation.parameters.filter((field) => isFound(field, has)),
      body: operation.body.filter((field) => isFound(field, has)),
      reply: operation.reply.filter((field) => isFound(field, has)),
      event: operation.event.filter((field) => isFound(field, has)),
      headers: operation.headers.filter(({ name, description }) => has(name, description)),
      failures: operation.failures.filter(({ status, description }) => has(status, description)),
    };
    if (Object.values(found).every((list) => list.length === 0)) return [];
    return [{ ...operation, ...found, examples: [] }];
  });
}

function isFound(field: FieldView, has: (...texts: readonly string[]) => boolean): boolean {
  if (has(field.name, field.description)) return true;
  return field.groups.some(({ form, fields }) => has(form ?? "") || fields.some((one) => isFound(one, has)));
}
