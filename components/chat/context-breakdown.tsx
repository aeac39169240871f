"use client";

import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { ContextFill } from "@/lib/chat/context-fill";
import { CONTEXT_PARTS, type ContextUse } from "@/lib/chat/context-use";
import { formatTokens } from "@/lib/format/tokens";

interface ContextBreakdownProps {
  use: ContextUse;
  fill: ContextFill;
  modelName: string;
}

/** What fills a model's context, as bars with their numbers. */
export function ContextBreakdown({ use, fill, modelName }: ContextBreakdownProps) {
  const t = useTranslations("chat.context");
  const locale = useLocale();
  const { used, typed, reserve, contextLength } = fill;
  const free = contextLength - reserve - used;
  const rows = [
    ...CONTEXT_PARTS.map((part) => ({ name: part, tokens: use.parts[part], kind: "said" as const })),
    { name: "typed" as const, tokens: typed, kind: "said" as const },
    { name: "reserve" as const, tokens: reserve, kind: "kept" as const },
    { name: "free" as const, tokens: free, kind: "free" as const },
  ].filter(({ tokens }) => tokens > 0);
  const scale = Math.max(contextLength, used + reserve);
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="font-medium">{t("breakdownTitle", { model: modelName })}</p>
      <dl className="flex flex-col gap-1">
        {rows.map(({ name, tokens, kind }) => (
          <div key={name} className="grid grid-cols-[6.5rem_1fr_5rem] items-center gap-2">
            <dt className="text-muted">{t(name)}</dt>
            <dd className="contents">
              <span aria-hidden="true" className="h-2 rounded-full bg-surface-active">
                <span
                  className={cn("block h-full rounded-full", BAR[kind])}
                  style={{ width: `${Math.max(1, (100 * tokens) / scale)}%` }}
                />
              </span>
              <span className="text-right tabular-nums">{formatTokens(tokens, locale)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="border-line border-t pt-2 tabular-nums">
        {t("sum", {
          used: formatTokens(used + reserve, locale),
          total: formatTokens(contextLength, locale),
        })}
      </p>
      <p className="text-pretty text-muted text-xs">
        {t(use.basis === "vendor" ? "basisVendor" : "basisEstimate")}
      </p>
    </div>
  );
}

const BAR = { said: "bg-ink/70", kept: "bg-line-strong", free: "bg-transparent" };
