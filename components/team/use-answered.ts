"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ActionResult } from "@/lib/http/action";

/** Waits for an action's answer. Where none comes, because the network or the server is away, that is a failure to be
 *  told where the person acted, and not the end of the page. */
export function useAnswered() {
  const message = useTranslations("common")("noAnswer");
  return useCallback(
    async <Value>(answer: Promise<ActionResult<Value>>): Promise<ActionResult<Value>> =>
      answer.catch(() => ({ ok: false, error: { code: "internal", params: {}, message } })),
    [message],
  );
}
