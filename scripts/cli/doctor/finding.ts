/** What one check found. `note` is worth knowing and no fault. */
export interface Finding {
  check: string;
  state: "ok" | "note" | "wrong";
  detail: string;
  /** What to do; null when nothing has to be done. */
  mend: string | null;
}

type Check = () => Promise<Omit<Finding, "check">> | Omit<Finding, "check">;

export const ok = (detail: string) => ({ state: "ok", detail, mend: null }) as const;
export const remark = (detail: string, mend: string | null = null) =>
  ({ state: "note", detail, mend }) as const;
export const wrong = (detail: string, mend: string) => ({ state: "wrong", detail, mend }) as const;

/** A check that cannot be made is a finding too. */
export async function examine(check: string, run: Check): Promise<Finding> {
  try {
    return { check, ...(await run()) };
  } catch (error) {
    return {
      check,
      ...wrong(
        `This could not be checked: ${reasonOf(error)}`,
        "Mend what is wrong above, then run doctor again.",
      ),
    };
  }
}

/** The innermost reason: a query's own message quotes its parameters. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return reasonOf(error.errors[0]);
  return error.message || error.name;
}
