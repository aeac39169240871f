"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { usePriceForm } from "./use-price-form";
import { vendorOptions } from "./vendor-options";

interface PriceFactFieldsProps {
  form: ReturnType<typeof usePriceForm>;
  mayAll: boolean;
}

/** Whose price it is, of which model, from when. */
export function PriceFactFields({ form, mayAll }: PriceFactFieldsProps) {
  const t = useTranslations("prices.form");
  const locale = useLocale();
  const { facts, draft, problems, changeFacts, changeDraft } = form;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label={t("vendor")}>
        <Select
          value={facts.vendor}
          onValueChange={(vendor) => changeFacts({ vendor })}
          options={vendorOptions(locale)}
        />
      </Field>
      <Field
        label={t("model")}
        hint={t("modelHint")}
        error={problems.has("model") ? t("problem.model") : null}
      >
        <Input
          autoComplete="off"
          spellCheck={false}
          value={facts.model}
          onChange={(event) => changeFacts({ model: event.target.value })}
        />
      </Field>
      <Field
        label={t("currency")}
        hint={t("currencyHint")}
        error={problems.has("currency") ? t("problem.currency") : null}
      >
        <Input
          autoComplete="off"
          maxLength={3}
          className="uppercase"
          value={draft.currency}
          onChange={(event) => changeDraft({ currency: event.target.value })}
        />
      </Field>
      {mayAll && (
        <Field label={t("scope")}>
          <Select
            value={facts.scope}
            onValueChange={(value) => changeFacts({ scope: value === "instance" ? "instance" : "team" })}
            options={[
              { value: "team", label: t("scopeTeam") },
              { value: "instance", label: t("scopeInstance") },
            ]}
          />
        </Field>
      )}
      <Field label={t("from")} hint={t("fromHint")}>
        <Input
          type="date"
          value={facts.from}
          onChange={(event) => changeFacts({ from: event.target.value })}
        />
      </Field>
      <Field label={t("to")}>
        <Input type="date" value={facts.to} onChange={(event) => changeFacts({ to: event.target.value })} />
      </Field>
      <Field label={t("note")} hint={t("noteHint")} className="sm:col-span-2">
        <Input
          maxLength={500}
          value={facts.note}
          onChange={(event) => changeFacts({ note: event.target.value })}
        />
      </Field>
    </div>
  );
}
