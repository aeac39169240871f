"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import type { CorrectedParts } from "@/lib/prices/correct-parts";
import type { LookedThrough, SeenPart } from "@/lib/prices/look-through";
import type { Recalculated } from "@/lib/prices/recalculated";
import { useAnswered } from "../use-answered";
import { addUpParts } from "./add-up-parts";

interface Range {
  vendor: string;
  model: string;
  from: string;
  to?: string;
}

type PartToCorrect = Pick<SeenPart, "afterId" | "throughId" | "corrected" | "added">;

export interface RecalculateFormProps {
  vendor: string | null;
  model: string;
  /** A day, or empty. */
  from: string;
  lookThrough: (step: Range & { afterId: string | null }) => Promise<ActionResult<LookedThrough>>;
  correct: (
    input: Range & { reason: string; parts: PartToCorrect[] },
  ) => Promise<ActionResult<CorrectedParts>>;
}

/** How far a long recalculation is. */
export interface Progress {
  kind: "look" | "correct";
  /** Calls that were looked at, or corrected. */
  count: number;
  /** Of the whole, from 0 to 1. */
  fraction: number;
}

const DAY_MS = 86_400_000;
/** What one request corrects. */
const PARTS_AT_ONCE = 5;
const monthAgo = () => new Date(Date.now() - 30 * DAY_MS).toISOString().slice(0, 10);

/** A correction on its way: chosen, looked at, given a reason, made. It goes step by step, so that it can be seen how
 *  far it is, and stopped. What is corrected is what was looked at; what is changed has to be looked at again. */
export function useRecalculation({ vendor, model, from, lookThrough, correct }: RecalculateFormProps) {
  const t = useTranslations("prices.corrections");
  const router = useRouter();
  const answered = useAnswered();
  const [range, setRange] = useState({ vendor: vendor ?? "openai", model, from, to: "" });
  const [reason, setReason] = useState("");
  /** What is still to be corrected. */
  const [seen, setSeen] = useState<{ range: Range; parts: SeenPart[] } | null>(null);
  const [done, setDone] = useState<Recalculated | null>(null);
  const [failure, setFailure] = useState<{ field: string; message: string } | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  /** Moved on by every change and by Stop: what was begun before it goes no further. */
  const asked = useRef(0);
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );

  function begin(kind: Progress["kind"]): () => boolean {
    asked.current += 1;
    const mine = asked.current;
    setFailure(null);
    setProgress({ kind, count: 0, fraction: 0 });
    return () => mine === asked.current;
  }

  function refuse({ params, message }: ErrorData & { message: string }): void {
    setFailure({ field: String(params.field ?? ""), message });
  }

  async function look(): Promise<void> {
    if (progress?.kind === "correct") return;
    const { to, ...sent } = { ...range, from: range.from || monthAgo() };
    const looked = { ...sent, ...(to !== "" && { to }) };
    const isWanted = begin("look");
    setDone(null);
    const [start, end] = [Date.parse(looked.from), to === "" ? Date.now() : Date.parse(to)];
    const parts: SeenPart[] = [];
    let count = 0;
    let afterId: string | null = null;
    do {
      const step: ActionResult<LookedThrough> = await answered(lookThrough({ ...looked, afterId }));
      if (!isWanted()) return;
      if (!step.ok) {
        setProgress(null);
        refuse(step.error);
        return;
      }
      parts.push(...step.value.parts);
      count += step.value.parts.reduce((sum, { calls }) => sum + calls, 0);
      const reached = step.value.reachedAt === null ? start : Date.parse(step.value.reachedAt);
      setProgress({ kind: "look", count, fraction: Math.min(1, (reached - start) / (end - start)) });
      afterId = step.value.nextAfterId;
    } while (afterId !== null);
    setProgress(null);
    setSeen({ range: looked, parts });
  }

  async function apply(): Promise<void> {
    if (!seen || progress !== null) return;
    if (reason.trim() === "") {
      setFailure({ field: "reason", message: t("reasonNeeded") });
      return;
    }
    const isWanted = begin("correct");
    const all = addUpParts(seen.parts).corrected;
    const made: Recalculated[] = done === null ? [] : [done];
    let left = seen.parts.filter(({ corrected }) => corrected > 0);
    let changed = false;
    while (left.length > 0 && isWanted()) {
      const parts = left.slice(0, PARTS_AT_ONCE);
      const sent = parts.map(({ afterId, throughId, corrected, added }) => ({
        ...{ afterId, throughId, corrected, added },
      }));
      const result = await answered(correct({ ...seen.range, reason, parts: sent }));
      if (!result.ok) {
        refuse(result.error);
        break;
      }
      made.push(result.value.done);
      changed = result.value.changed;
      if (changed) break;
      left = left.slice(parts.length);
      const count = all - addUpParts(left).corrected;
      if (isWanted()) setProgress({ kind: "correct", count, fraction: count / all });
    }
    const sum = addUpParts(made);
    setProgress(null);
    setDone(sum.calls > 0 ? sum : null);
    setSeen(left.length > 0 && !changed ? { ...seen, parts: left } : null);
    if (changed) setFailure({ field: "", message: t("changed", { count: sum.corrected }) });
    // The list of calls without a price is another one now.
    router.refresh();
  }

  return {
    ...{ range, reason, setReason, done, failure, progress, look, apply },
    seen: seen && addUpParts(seen.parts),
    change(part: Partial<typeof range>): void {
      asked.current += 1;
      setRange({ ...range, ...part });
      setSeen(null);
      setDone(null);
      setFailure(null);
      if (progress?.kind === "look") setProgress(null);
    },
    stop(): void {
      asked.current += 1;
      if (progress?.kind === "look") setProgress(null);
    },
  };
}
