"use client";

import { useState, useTransition } from "react";
import type { ErrorData } from "@/lib/errors";
import type { Connect, Connected } from "./connect-props";
import { useAnswered } from "./use-answered";

interface Outcome {
  connected: Connected | null;
  failure: (ErrorData & { message: string }) | null;
}

const NOTHING: Outcome = { connected: null, failure: null };

/** One try of a credential, and what came of it. `field` names the input that was refused, if it was one. */
export function useConnect(connect: Connect, onConnected?: () => void) {
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const [busy, start] = useTransition();
  const answered = useAnswered();
  function run(input: Parameters<Connect>[0]): void {
    setOutcome(NOTHING);
    start(async () => {
      const result = await answered(connect(input));
      setOutcome(
        result.ok ? { connected: result.value, failure: null } : { connected: null, failure: result.error },
      );
      if (result.ok) onConnected?.();
    });
  }
  const { failure, connected } = outcome;
  const field = failure?.code === "invalid_input" ? String(failure.params.field ?? "") : null;
  const message = failure === null || field ? null : failure.message;
  return { run, busy, connected, field, message };
}
