"use client";

import { useLocale, useTranslations } from "next-intl";
import type { DecisionView } from "@/lib/routing/explain-decision";
import { ModeDot } from "./mode-dot";

/** Who decided, and what spoke for it. */
export function WhyLead({ decision }: { decision: DecisionView }) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const { confidence, mode } = decision;
  const reasons = decision.reasons.map((reason) => t(`why.reasons.${reason}`)).join(t("why.separator"));
  const percent =
    confidence === null
      ? null
      : new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(
          // Nothing is certain that was guessed.
          Math.min(0.99, confidence),
        );

  function basis(): string | null {
    if (mode !== null && percent !== null) {
      return reasons === ""
        ? t("why.sure", { mode: t(mode), percent })
        : t("why.because", { mode: t(mode), reasons, percent });
    }
    return reasons === "" ? null : t("why.spoke", { reasons });
  }

  const told = basis();
  return (
    <div>
      <p className="flex items-baseline gap-2 text-pretty font-medium">
        <ModeDot mode={mode} className="translate-y-[-1px]" />
        <span>{sentence(decision, t)}</span>
      </p>
      {told !== null && <p className="mt-1 text-pretty text-muted tabular-nums">{told}</p>}
    </div>
  );
}

function sentence(
  { choice, decidedBy, mode, rule }: DecisionView,
  t: ReturnType<typeof useTranslations<"chat">>,
): string {
  if (decidedBy === "rule") return rule?.name ? t("why.rule", { name: rule.name }) : t("why.ruleUnnamed");
  if (decidedBy === "person") {
    return choice.kind === "model" ? t("why.person.model") : t("why.person.mode", { mode: t(choice.mode) });
  }
  return mode === null ? t("why.person.auto") : t(`why.${decidedBy}`, { mode: t(mode) });
}
