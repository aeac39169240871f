/** What was asked, or that no answer came in time or at all. */
export type Bounded<Value> = { ok: true; value: Value } | { ok: false };

/** Waits for an answer and no longer than that: what tells of trouble must not hang with it. */
export async function bounded<Value>(ask: () => Promise<Value>, atMostMs: number): Promise<Bounded<Value>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Bounded<Value>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false }), atMostMs);
  });
  const answered = ask().then(
    (value): Bounded<Value> => ({ ok: true, value }),
    (): Bounded<Value> => ({ ok: false }),
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}
