"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useStepUp } from "@/components/account/step-up-context";
import type { ActionResult } from "@/lib/http/action";

/** Waits for an action's answer. Where none comes, because the network or the server is away, that is a failure to be
 *  told where the person acted, and not the end of the page. Given how to ask, it asks again where Wye wants first to
 *  know who they are, and they have said so. */
export function useAnswered() {
  const message = useTranslations("common")("noAnswer");
  const stepUp = useStepUp();
  return useCallback(
    async <Value>(
      answer: Promise<ActionResult<Value>> | (() => Promise<ActionResult<Value>>),
    ): Promise<ActionResult<Value>> => {
      const ask = async () =>
        (typeof answer === "function" ? answer() : answer).catch(
          (): ActionResult<Value> => ({ ok: false, error: { code: "internal", params: {}, message } }),
        );
      const first = await ask();
      if (typeof answer !== "function" || first.ok || first.error.code !== "step_up") return first;
      return (await stepUp(String(first.error.params.way))) ? ask() : first;
    },
    [message, stepUp],
  );
}
