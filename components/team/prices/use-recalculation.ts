"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/http/action";
import type { Recalculated } from "@/lib/prices/recalculate";
import { useAnswered } from "../use-answered";

interface Range {
  vendor: string;
  model: string;
  from: string;
  to?: string;
}

type Seen = Pick<Recalculated, "corrected" | "added">;

export interface RecalculateFormProps {
  vendor: string | null;
  model: string;
  /** A day, or empty. */
  from: string;
  preview: (range: Range) => Promise<ActionResult<Recalculated>>;
  recalculate: (range: Range & { reason: string; expected: Seen }) => Promise<ActionResult<Recalculated>>;
}

const DAY_MS = 86_400_000;
const monthAgo = () => new Date(Date.now() - 30 * DAY_MS).toISOString().slice(0, 10);

/** A correction on its way: chosen, looked at, given a reason, made. What is corrected is what was looked at; what is
 *  changed has to be looked at again. */
export function useRecalculation({ vendor, model, from, preview, recalculate }: RecalculateFormProps) {
  const t = useTranslations("prices.corrections");
  const [range, setRange] = useState({ vendor: vendor ?? "openai", model, from, to: "" });
  const [reason, setReason] = useState("");
  const [seen, setSeen] = useState<{ range: Range; result: Recalculated } | null>(null);
  const [done, setDone] = useState<Recalculated | null>(null);
  const [failure, setFailure] = useState<{ field: string; message: string } | null>(null);
  const [busy, start] = useTransition();
  const answered = useAnswered();
  /** Moved on by every change: what a preview that was asked for before it answers is dropped. */
  const asked = useRef(0);

  function forget(): void {
    asked.current += 1;
    setSeen(null);
    setDone(null);
    setFailure(null);
  }

  function run(
    send: () => Promise<ActionResult<Recalculated>>,
    onDone: (value: Recalculated) => void,
    isPreview: boolean,
  ): void {
    asked.current += 1;
    const mine = asked.current;
    start(async () => {
      const result = await answered(send());
      if (isPreview && mine !== asked.current) return;
      if (result.ok) {
        setFailure(null);
        onDone(result.value);
        return;
      }
      const { code, params, message } = result.error;
      if (code === "conflict") setSeen(null);
      setFailure({
        field: String(params.field ?? ""),
        message: code === "conflict" ? t("changed") : message,
      });
    });
  }

  return {
    ...{ range, reason, setReason, done, failure, busy },
    seen: seen?.result ?? null,
    change(part: Partial<typeof range>): void {
      setRange({ ...range, ...part });
      forget();
    },
    look(): void {
      const { to, ...sent } = { ...range, from: range.from || monthAgo() };
      const looked = { ...sent, ...(to !== "" && { to }) };
      setDone(null);
      run(
        () => preview(looked),
        (result) => setSeen({ range: looked, result }),
        true,
      );
    },
    apply(): void {
      if (!seen) return;
      if (reason.trim() === "") {
        setFailure({ field: "reason", message: t("reasonNeeded") });
        return;
      }
      const { corrected, added } = seen.result;
      run(
        () => recalculate({ ...seen.range, reason, expected: { corrected, added } }),
        (value) => {
          setDone(value);
          setSeen(null);
        },
        false,
      );
    },
  };
}
