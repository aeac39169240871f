import type { OperationView } from "@/lib/openai-api/reference/reference-view";
import type { FieldView } from "@/lib/openai-api/reference/to-fields";

type Has = (...texts: readonly string[]) => boolean;

/** What of a reference is called so: an operation that is, whole; of the others, the fields that are. */
export function findOperations(operations: readonly OperationView[], query: string): OperationView[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [...operations];
  const has: Has = (...texts) => texts.some((text) => text.toLowerCase().includes(wanted));
  return operations.flatMap((operation) => {
    const { method, path, summary } = operation;
    if (has(`${method} ${path}`, summary)) return [operation];
    const found = {
      parameters: operation.parameters.flatMap((field) => find(field, has)),
      body: operation.body.flatMap((field) => find(field, has)),
      reply: operation.reply.flatMap((field) => find(field, has)),
      event: operation.event.flatMap((field) => find(field, has)),
      headers: operation.headers.filter(({ name, description }) => has(name, description)),
      failures: operation.failures.filter(({ status, description }) => has(status, description)),
    };
    if (Object.values(found).every((list) => list.length === 0)) return [];
    return [{ ...operation, ...found, examples: [] }];
  });
}

/** A field that is called so, whole; else what of it is. */
function find<Field extends FieldView>(field: Field, has: Has): Field[] {
  if (has(field.name, field.description)) return [field];
  const groups = field.groups
    .map((group) =>
      has(group.form ?? "") ? group : { ...group, fields: group.fields.flatMap((one) => find(one, has)) },
    )
    .filter(({ fields }) => fields.length > 0);
  return groups.length === 0 ? [] : [{ ...field, groups }];
}
