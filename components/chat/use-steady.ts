"use client";

import { useEffect, useMemo, useRef } from "react";
import type { WyeMessage } from "@/lib/chat/message";
import { steady } from "./steady";

/** The messages to show, `steady` against those that were shown last. */
export function useSteady(messages: WyeMessage[]): WyeMessage[] {
  const last = useRef(messages);
  const shown = useMemo(() => steady(last.current, messages), [messages]);
  useEffect(() => {
    last.current = shown;
  }, [shown]);
  return shown;
}
