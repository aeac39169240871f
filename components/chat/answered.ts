/** An action that never arrived is one that failed. */
export async function answered<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false }>,
): Promise<Value | null> {
  return answer.then(
    (result) => (result.ok ? result.value : null),
    () => null,
  );
}
