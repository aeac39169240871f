/** A number of a JSON file as it is written there: a float would already have rounded it. */
export class Exact {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** JSON whose numbers are `Exact`. @throws SyntaxError */
export function parseExact(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? new Exact(context?.source ?? String(value)) : value,
  );
}
