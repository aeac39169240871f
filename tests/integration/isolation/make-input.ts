import { z } from "zod";
import { EXAMPLES, type Example } from "./examples";
import { fill, type Slot } from "./fill";
import type { Operation } from "./operations";
import { ID_TABLES } from "./seed-team";

/** One way to ask for an operation. */
export interface Way {
  operation: Operation;
  /** `renameChat`, `POST /api/chat (2)` */
  name: string;
  example: Example;
  /** The ids that it takes. */
  slots: Slot[];
}

/** Each way to ask for an operation that examples describe; the one that its schema tells where none do. */
export function waysOf(operation: Operation): Way[] {
  const examples = EXAMPLES[operation.name] ?? [{}];
  return examples.map((example, at) => ({
    operation,
    example,
    name: examples.length === 1 ? operation.name : `${operation.name} (${at + 1})`,
    slots: slotsOf(operation, example),
  }));
}

/** @throws Error when the schema refuses it: then an example is missing */
export function makeInput({ operation, example, name }: Way, idFor: (slot: Slot) => string): unknown {
  const filled = fill(operation.input, { tables: ID_TABLES, idFor });
  const input = filled === undefined ? undefined : merge(filled, example);
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return input;
  throw new Error(`${name} is asked wrongly; describe it in examples.ts. ${z.prettifyError(parsed.error)}`);
}

/** An example may leave out an id that the schema has. */
function slotsOf(operation: Operation, example: Example): Slot[] {
  const slots: Slot[] = [];
  const mark = (slot: Slot) => `id of ${slot.path}`;
  const filled = fill(operation.input, {
    tables: ID_TABLES,
    idFor(slot) {
      slots.push(slot);
      return mark(slot);
    },
  });
  const text = JSON.stringify(merge(filled, example)) ?? "";
  return slots.filter((slot) => text.includes(JSON.stringify(mark(slot))));
}

function merge(base: unknown, over: unknown): unknown {
  if (!isPlain(base) || !isPlain(over)) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    if (value === undefined) delete merged[name];
    else merged[name] = name in merged ? merge(merged[name], value) : value;
  }
  return merged;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
