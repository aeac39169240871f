"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";

interface FieldProps {
  /** Which field was refused, if one was. */
  refused: string | null;
}

export function ApiKeyField({ refused, label, hint }: FieldProps & { label: string; hint: string }) {
  const t = useTranslations("providers.connect");
  return (
    <Field label={label} hint={hint} error={refused === "apiKey" ? t("apiKeyInvalid") : null}>
      <PasswordInput name="apiKey" autoComplete="off" required autoFocus />
    </Field>
  );
}

export function WeightField({
  refused,
  value,
  autoFocus,
}: FieldProps & { value: number; autoFocus?: boolean }) {
  const t = useTranslations("providers.keys");
  return (
    <Field
      label={t("weight")}
      hint={t("weightHint")}
      error={refused === "weight" ? t("weightInvalid") : null}
      className="max-w-measure"
    >
      <Input
        name="weight"
        type="number"
        inputMode="numeric"
        min={0}
        max={100}
        step={1}
        required
        defaultValue={value}
        autoFocus={autoFocus}
        className="w-24 tabular-nums"
      />
    </Field>
  );
}
