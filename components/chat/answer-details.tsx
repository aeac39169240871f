"use client";

import { useLocale, useTranslations } from "next-intl";
import type { MessageMetadata, PartCost } from "@/lib/chat/message";
import { formatAmount } from "@/lib/format/amount";
import { formatDuration } from "@/lib/format/duration";
import { formatTokens } from "@/lib/format/tokens";

/** Tokens and times of an answer, for the tooltip of its cost. */
export function AnswerDetails({ metadata }: { metadata: MessageMetadata }) {
  const t = useTranslations("chat.details");
  const locale = useLocale();
  const { usage, ttftMs, durationMs, continues, corrected, cost = null, currency = null } = metadata;
  const lines: string[] = [];

  function continuesLine(part: PartCost | null): string {
    const costs = part?.corrected ?? [{ cost: part?.cost ?? null, currency: part?.currency ?? null }];
    const known = costs.flatMap((one) =>
      one.cost === null || one.currency === null ? [] : formatAmount(one.cost, one.currency, locale).short,
    );
    if (known.length === 0) return t("continues");
    const short = known.join(" + ");
    return t("continuesCost", { cost: part?.costStatus === "estimated" ? `≈ ${short}` : short });
  }

  if (corrected !== undefined) {
    const isKnown = cost !== null && currency !== null;
    const before = isKnown ? formatAmount(cost, currency, locale).exact : null;
    lines.push(before === null ? t("correctedUnpriced") : t("corrected", { cost: before }));
  }
  if (usage !== undefined) {
    const read = usage.input + usage.cacheRead + usage.cacheWrite;
    lines.push(t("input", { tokens: formatTokens(read, locale) }));
    if (usage.cacheRead > 0) lines.push(t("cached", { tokens: formatTokens(usage.cacheRead, locale) }));
    if (usage.reasoning > 0) lines.push(t("reasoning", { tokens: formatTokens(usage.reasoning, locale) }));
    lines.push(t("output", { tokens: formatTokens(usage.output, locale) }));
  }
  if (typeof ttftMs === "number") lines.push(t("ttft", { duration: formatDuration(ttftMs, locale) }));
  if (durationMs !== undefined) lines.push(t("duration", { duration: formatDuration(durationMs, locale) }));
  if (continues !== undefined) lines.push(continuesLine(continues));
  if (lines.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-col gap-0.5 border-surface/25 border-t pt-1.5 tabular-nums">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
