import type { Context } from "./context";

/** Runs a use case's writes as one: all of them stand, or none. */
export function transact<Value>(context: Context, run: (context: Context) => Promise<Value>): Promise<Value> {
  return context.db.transaction((tx) => run({ ...context, db: tx }));
}
