"use client";

import { useTranslations } from "next-intl";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { RESIDENCIES } from "@/lib/router/policy/policy";
import type { RoutingView } from "@/lib/routing/routing-view";
import { PatternFields } from "./pattern-fields";
import { Section } from "./section";
import type { SectionProps } from "./use-routing-editor";
import { type WhyNot, whyNotBy } from "./why-not";

interface LimitsSectionProps extends SectionProps {
  view: RoutingView;
  whyNot: WhyNot;
}

/** Who may answer at all, at what cost, and what happens where an answer does not fit or breaks off. */
export function LimitsSection({ view, draft, change, errorOf, whyNot }: LimitsSectionProps) {
  const t = useTranslations("router.limits");
  const { models } = view;
  const left = models.filter((model) => whyNot(model) === null).length;
  const within = (residency: (typeof RESIDENCIES)[number]) => {
    const why = whyNotBy({ ...draft, residency });
    return models.filter((model) => why(model) === null).length;
  };
  const currencies = [...new Set([...view.currencies, draft.ceilingCurrency, "USD", "CNY"])].sort();
  return (
    <Section title={t("title")} hint={t("hint")}>
      <ChoiceGroup
        label={t("residency")}
        hint={t("residencyHint")}
        value={draft.residency}
        onChange={(residency) => change({ residency })}
        options={RESIDENCIES.map((residency) => ({
          value: residency,
          label: (
            <>
              {t(`residencies.${residency}`)}
              <span className="text-muted tabular-nums">{t("count", { count: within(residency) })}</span>
            </>
          ),
        }))}
      />
      <PatternFields draft={draft} change={change} errorOf={errorOf} models={models} />
      <p role="status" className={left === 0 ? "text-sm text-warn" : "text-muted text-sm"}>
        {t("left", { left, all: models.length })}
      </p>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <div className="grid grid-cols-[1fr_7rem] items-start gap-2 lg:col-span-2 lg:max-w-md">
          <Field label={t("ceiling")} hint={t("ceilingHint")} error={errorOf("ceiling")}>
            <Input
              inputMode="decimal"
              autoComplete="off"
              placeholder={t("noCeiling")}
              value={draft.ceilingAmount}
              onChange={(event) => change({ ceilingAmount: event.target.value })}
            />
          </Field>
          <Field label={t("currency")}>
            <Select
              value={draft.ceilingCurrency}
              onValueChange={(ceilingCurrency) => change({ ceilingCurrency })}
              options={currencies.map((currency) => ({ value: currency, label: currency }))}
            />
          </Field>
        </div>
        <ChoiceGroup
          label={t("tooLong")}
          hint={t(`tooLongHint.${draft.tooLong}`)}
          value={draft.tooLong}
          onChange={(tooLong) => change({ tooLong })}
          options={[
            { value: "switch", label: t("tooLongs.switch") },
            { value: "compact", label: t("tooLongs.compact") },
          ]}
        />
        <ChoiceGroup
          label={t("cut")}
          hint={t(`cutHint.${draft.cutAnswer}`)}
          value={draft.cutAnswer}
          onChange={(cutAnswer) => change({ cutAnswer })}
          options={[
            { value: "ask", label: t("cuts.ask") },
            { value: "continue", label: t("cuts.continue") },
          ]}
        />
      </div>
    </Section>
  );
}
