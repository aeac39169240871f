"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Picker } from "@/lib/chat/picker";
import { formatAmount } from "@/lib/format/amount";
import { formatDuration } from "@/lib/format/duration";
import type { DecisionView } from "@/lib/routing/explain-decision";
import { modelNameOf } from "./model-name";
import { failureWord, leftOutWord } from "./why-words";

interface WhyFactsProps {
  decision: DecisionView;
  picker: Picker;
}

interface Amount {
  cost: string | null;
  currency: string | null;
}

/** What the answer was expected to take and took, what another would have, and who did not answer. */
export function WhyFacts({ decision, picker }: WhyFactsProps) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const { estimate, calls, alternatives, cacheLoss, leftOut } = decision;
  const last = calls.at(-1);
  const inVain = last?.error === null ? calls.slice(0, -1) : calls;

  function amount({ cost, currency }: Amount, isEstimate: boolean): string {
    if (cost === null || currency === null) return t("why.unpriced");
    return `${isEstimate ? "≈ " : ""}${formatAmount(cost, currency, locale).short}`;
  }
  function taken(of: readonly Amount[], isEstimate: boolean, ms: number | null): string {
    const about = isEstimate ? "≈ " : "";
    const amounts = of.map((one) => amount(one, isEstimate)).join(" + ");
    return [amounts, ms === null ? null : `${about}${formatDuration(ms, locale)}`]
      .filter((part) => part !== null)
      .join(" · ");
  }
  function wouldHave(other: DecisionView["alternatives"][number]): string {
    if (other.cost === null) return t("why.unpriced");
    const cost = amount(other, true);
    if (other.ms === null) return t("why.wouldCost", { amount: cost });
    return t("why.wouldTake", { amount: cost, time: `≈ ${formatDuration(other.ms, locale)}` });
  }
  const nameOf = (model: string): string => modelNameOf(model, picker);

  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-line border-t pt-3">
      <Fact label={t("why.expected")}>{taken([estimate], true, estimate.ms)}</Fact>
      {last !== undefined && (
        <Fact label={t("why.took")}>
          {taken(
            last.corrected ?? [last],
            last.costStatus === "estimated",
            last.error === null ? last.durationMs : null,
          )}
        </Fact>
      )}
      {alternatives.map((other) => (
        <Fact
          key={`${other.mode} ${other.model}`}
          label={other.mode === null ? t("why.would") : t("why.wouldMode", { mode: t(other.mode) })}
        >
          {wouldHave(other)}
          <span className="block text-muted">{nameOf(other.model)}</span>
        </Fact>
      ))}
      {cacheLoss !== null && (
        <Fact label={t("why.cache")}>
          {amount(cacheLoss, true)}
          <span className="block text-pretty text-muted">{t("why.cacheHint")}</span>
        </Fact>
      )}
      {inVain.length > 0 && (
        <Fact label={t("why.tried")}>
          <ul>
            {inVain.map((call, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: calls are in the order they were made, and stay
              <li key={nth}>
                {call.said
                  ? t("why.cut", { model: nameOf(call.model) })
                  : t("why.triedOne", {
                      model: nameOf(call.model),
                      why: t(`why.hop.${failureWord(call.error)}`),
                    })}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {leftOut.length > 0 && (
        <Fact label={t("why.leftOut")}>
          <ul>
            {leftOut.map(({ model, because }) => (
              <li key={model}>
                {t("why.leftOne", {
                  model: nameOf(model),
                  why: t(`why.leftBecause.${leftOutWord(because)}`),
                })}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 text-pretty break-words tabular-nums">{children}</dd>
    </>
  );
}
