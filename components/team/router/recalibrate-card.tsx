"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import type { ThresholdEffect } from "@/lib/routing/recalibration";
import { Section } from "./section";
import { type RecalibrationActions, useRecalibration } from "./use-recalibration";

/** One click shows what a threshold from people's use would do; another sets it. */
export function RecalibrateCard({ actions }: { actions: RecalibrationActions }) {
  const t = useTranslations("router.recalibrate");
  const { effect, failure, busy, look, apply } = useRecalibration(actions);
  const may = effect !== null && effect.missing === 0 && effect.to !== effect.from;
  return (
    <Section title={t("title")} hint={t("hint")} anchor="recalibrate">
      <div className="flex flex-col gap-4 rounded-xl border border-line bg-surface-raised p-4">
        {failure !== null && (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        )}
        {effect !== null && <Effect effect={effect} />}
        <div className="flex flex-wrap gap-2">
          {may && (
            <Button variant="primary" busy={busy} onClick={apply}>
              {t("apply")}
            </Button>
          )}
          <Button variant={may ? "ghost" : "secondary"} busy={busy && !may} onClick={look}>
            {t(effect === null ? "look" : "lookAgain")}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Effect({ effect }: { effect: ThresholdEffect }) {
  const t = useTranslations("router.recalibrate");
  const format = useFormatter();
  const { decisions, missing, from, to, calibrated, before, after } = effect;
  const share = (threshold: number | null) =>
    format.number(threshold ?? calibrated, { style: "percent", maximumFractionDigits: 0 });
  if (missing > 0) return <p role="status">{t("missing", { decisions, missing })}</p>;
  if (from === to) return <p role="status">{t("best", { decisions, share: share(from) })}</p>;
  const rows = [
    { label: t("threshold"), was: share(from), is: share(to), isPart: false },
    {
      ...{ label: t("overridden"), isPart: false },
      was: format.number(before.toReasoning + before.toKnowledge),
      is: format.number(after.toReasoning + after.toKnowledge),
    },
    {
      ...{ label: t("toReasoning"), isPart: true },
      ...{ was: format.number(before.toReasoning), is: format.number(after.toReasoning) },
    },
    {
      ...{ label: t("toKnowledge"), isPart: true },
      ...{ was: format.number(before.toKnowledge), is: format.number(after.toKnowledge) },
    },
  ];
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="text-sm">{t("effect", { decisions })}</p>
      <table className="w-full max-w-lg text-sm">
        <thead className="text-muted text-xs">
          <tr>
            <td />
            <th scope="col" className="py-1 text-right font-medium">
              {t("now")}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {t("then")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ label, was, is, isPart }) => (
            <tr key={label} className={isPart ? "text-muted" : undefined}>
              <th scope="row" className={cn("py-1.5 text-left font-normal", isPart && "pl-4")}>
                {label}
              </th>
              <td className="py-1.5 text-right tabular-nums">{was}</td>
              <td className="py-1.5 text-right font-medium tabular-nums">{is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
