import { type Column, formatTable } from "./format-table";

/** Results go to standard output and nothing else does. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** For the person at the terminal: never a result. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** One value. */
export function printValue(value: object, { json }: { json?: boolean }, human: string): void {
  if (json) printJson(value);
  else print(human);
}

/** One object a line, or a table; `none` is said when there is nothing to list. */
export function printRows<Row extends object>(
  rows: readonly Row[],
  { json }: { json?: boolean },
  { columns, none }: { columns: readonly Column<Row>[]; none: string },
): void {
  if (json) rows.forEach(printJson);
  else if (rows.length === 0) note(none);
  else print(formatTable(rows, columns));
}
