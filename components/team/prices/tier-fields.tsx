"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type DraftSchedule, type DraftTier, newTier, type Problems } from "./price-draft";
import { PriceFields } from "./price-fields";

interface TierFieldsProps {
  schedule: DraftSchedule;
  /** Of these fields in the problems: `tiers`, `tariffs.KEY.tiers`. */
  path: string;
  problems: Problems;
  onChange: (part: Partial<DraftSchedule>) => void;
}

/** Prices of longer prompts. */
export function TierFields({ schedule: { tiers, tiersBy }, path, problems, onChange }: TierFieldsProps) {
  const t = useTranslations("prices.form");
  const replace = (key: string, part: Partial<DraftTier>) =>
    onChange({ tiers: tiers.map((tier) => (tier.key === key ? { ...tier, ...part } : tier)) });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-medium text-sm">{t("tiers")}</legend>
      <p className="text-muted text-xs leading-relaxed">{t("tiersHint")}</p>
      {tiers.map((tier, index) => {
        const problem = problems.get(`${path}.${tier.key}.above`);
        return (
          <fieldset
            key={tier.key}
            aria-label={t("tierNumber", { number: index + 1 })}
            className="flex flex-col gap-3 rounded-lg border border-line p-3"
          >
            <div className="flex items-start justify-between gap-3">
              <Field label={t("above")} error={problem && t(`problem.${problem}`)} className="w-40">
                <Input
                  inputMode="numeric"
                  autoComplete="off"
                  value={tier.above}
                  onChange={(event) => replace(tier.key, { above: event.target.value })}
                />
              </Field>
              <IconButton
                className="-mt-1 -mr-1"
                label={t("removeTier")}
                onClick={() => onChange({ tiers: tiers.filter(({ key }) => key !== tier.key) })}
              >
                <X />
              </IconButton>
            </div>
            <PriceFields
              prices={tier.prices}
              path={`${path}.${tier.key}.prices`}
              problems={problems}
              onChange={(prices) => replace(tier.key, { prices })}
            />
          </fieldset>
        );
      })}
      {tiers.length > 0 && (
        <Field label={t("tiersBy")} className="max-w-xs">
          <Select
            value={tiersBy}
            onValueChange={(value) => onChange({ tiersBy: value === "excess" ? "excess" : "whole" })}
            options={(["whole", "excess"] as const).map((value) => ({ value, label: t(value) }))}
          />
        </Field>
      )}
      <Button size="sm" className="self-start" onClick={() => onChange({ tiers: [...tiers, newTier()] })}>
        <Plus aria-hidden="true" />
        {t("addTier")}
      </Button>
    </fieldset>
  );
}
