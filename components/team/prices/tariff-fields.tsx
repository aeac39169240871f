"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type DraftTariff, newTariff, type PriceDraft, type Problems } from "./price-draft";
import { PriceFields } from "./price-fields";
import { TierFields } from "./tier-fields";
import { WeekdayFields } from "./weekday-fields";

interface TariffFieldsProps {
  tariffs: readonly DraftTariff[];
  problems: Problems;
  onChange: (part: Partial<PriceDraft>) => void;
}

/** Prices for hours of the day, or for a service tier. */
export function TariffFields({ tariffs, problems, onChange }: TariffFieldsProps) {
  const t = useTranslations("prices.form");
  const replace = (key: string, part: Partial<DraftTariff>) =>
    onChange({ tariffs: tariffs.map((tariff) => (tariff.key === key ? { ...tariff, ...part } : tariff)) });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-medium text-sm">{t("tariffs")}</legend>
      <p className="text-muted text-xs leading-relaxed">{t("tariffsHint")}</p>
      {tariffs.map((tariff, index) => (
        <OneTariff
          key={tariff.key}
          label={t("tariffNumber", { number: index + 1 })}
          tariff={tariff}
          problems={problems}
          onChange={(part) => replace(tariff.key, part)}
          onRemove={() => onChange({ tariffs: tariffs.filter(({ key }) => key !== tariff.key) })}
        />
      ))}
      <Button
        size="sm"
        className="self-start"
        onClick={() => onChange({ tariffs: [...tariffs, newTariff()] })}
      >
        <Plus aria-hidden="true" />
        {t("addTariff")}
      </Button>
    </fieldset>
  );
}

interface OneTariffProps {
  label: string;
  tariff: DraftTariff;
  problems: Problems;
  onChange: (part: Partial<DraftTariff>) => void;
  onRemove: () => void;
}

function OneTariff({ label, tariff, problems, onChange, onRemove }: OneTariffProps) {
  const t = useTranslations("prices.form");
  const labelId = useId();
  const { key, serviceTier, windows, zone, by, days, prices } = tariff;
  const hasHours = windows.trim() !== "" || days.length > 0;
  const errorOf = (field: string) => {
    const problem = problems.get(`tariffs.${key}.${field}`);
    return problem && t(`problem.${problem}`);
  };
  return (
    <fieldset aria-labelledby={labelId} className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <div className="-mt-1 -mr-1 flex items-center justify-between gap-3">
        <p id={labelId} className="font-medium text-sm">
          {label}
        </p>
        <IconButton label={t("removeTariff")} onClick={onRemove}>
          <X />
        </IconButton>
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field label={t("serviceTier")} hint={t("serviceTierHint")} error={errorOf("serviceTier")}>
          <Input
            autoComplete="off"
            value={serviceTier}
            onChange={(event) => onChange({ serviceTier: event.target.value })}
          />
        </Field>
        <Field label={t("windows")} hint={t("windowsHint")} error={errorOf("windows")}>
          <Input
            autoComplete="off"
            value={windows}
            onChange={(event) => onChange({ windows: event.target.value })}
          />
        </Field>
        <div className="sm:col-span-2">
          <WeekdayFields days={days} onChange={(next) => onChange({ days: next })} />
        </div>
        {hasHours && (
          <>
            <Field label={t("zone")} hint={t("zoneHint")} error={errorOf("zone")}>
              <Input
                autoComplete="off"
                value={zone}
                onChange={(event) => onChange({ zone: event.target.value })}
              />
            </Field>
            <Field label={t("by")}>
              <Select
                value={by}
                onValueChange={(value) => onChange({ by: value === "end" ? "end" : "start" })}
                options={[
                  { value: "start", label: t("byStart") },
                  { value: "end", label: t("byEnd") },
                ]}
              />
            </Field>
          </>
        )}
      </div>
      <PriceFields
        prices={prices}
        path={`tariffs.${key}.prices`}
        problems={problems}
        onChange={(next) => onChange({ prices: next })}
      />
      <TierFields schedule={tariff} path={`tariffs.${key}.tiers`} problems={problems} onChange={onChange} />
    </fieldset>
  );
}
