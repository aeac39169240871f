"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PriceKey } from "@/lib/prices/list-price-keys";
import type { usePriceForm } from "./use-price-form";
import { vendorOptions } from "./vendor-options";

interface PriceFactFieldsProps {
  form: ReturnType<typeof usePriceForm>;
  mayAll: boolean;
  keys: readonly PriceKey[];
}

const ALL_KEYS = "all";

/** Whose price it is, of which model, from when. */
export function PriceFactFields({ form, mayAll, keys }: PriceFactFieldsProps) {
  const t = useTranslations("prices.form");
  const locale = useLocale();
  const { facts, draft, problems, changeFacts, changeVendor, changeDraft } = form;
  const { scope, vendor, credentialId } = facts;
  const errorOf = (place: string) => {
    const problem = problems.get(place);
    return problem && t(`problem.${problem}`);
  };
  const usable = keys.filter(
    (key) => key.vendor === vendor && (scope === "team" || key.scope === "instance"),
  );
  const isKnown = credentialId === null || usable.some(({ id }) => id === credentialId);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label={t("vendor")}>
        <Select value={vendor} onValueChange={changeVendor} options={vendorOptions(locale)} />
      </Field>
      <Field label={t("model")} hint={t("modelHint")} error={errorOf("model")}>
        <Input
          autoComplete="off"
          spellCheck={false}
          value={facts.model}
          onChange={(event) => changeFacts({ model: event.target.value })}
        />
      </Field>
      <Field label={t("currency")} hint={t("currencyHint")} error={errorOf("currency")}>
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
            value={scope}
            onValueChange={(value) =>
              changeFacts({ scope: value === "instance" ? "instance" : "team", credentialId: null })
            }
            options={[
              { value: "team", label: t("scopeTeam") },
              { value: "instance", label: t("scopeInstance") },
            ]}
          />
        </Field>
      )}
      {(usable.length > 0 || !isKnown) && (
        <Field label={t("key")} hint={t("keyHint")} error={errorOf("key")}>
          <Select
            value={credentialId ?? ALL_KEYS}
            onValueChange={(value) => changeFacts({ credentialId: value === ALL_KEYS ? null : value })}
            options={[
              { value: ALL_KEYS, label: t("allKeys") },
              ...usable.map(({ id, name, last4 }) => ({
                value: id,
                label: last4 === null ? t("noKey", { name }) : t("oneKey", { name, last4 }),
              })),
              ...(isKnown ? [] : [{ value: credentialId, label: t("removedKey") }]),
            ]}
          />
        </Field>
      )}
      <Field label={t("from")} hint={t("fromHint")} className="sm:col-start-1">
        <Input
          type="date"
          value={facts.from}
          onChange={(event) => changeFacts({ from: event.target.value })}
        />
      </Field>
      <Field label={t("to")} hint={t("toHint")} error={errorOf("to")}>
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
