"use client";

import { useTranslations } from "next-intl";
import { LANGUAGES } from "@/components/shell/languages";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Locale, toLocale } from "@/lib/i18n/locale";

interface MailLanguageProps {
  value: Locale;
  onChange: (locale: Locale) => void;
  className?: string;
}

/** In which language those who are invited are written to. */
export function MailLanguage({ value, onChange, className }: MailLanguageProps) {
  const t = useTranslations("people.invitations");
  return (
    <Field label={t("language")} {...(className !== undefined && { className })}>
      <Select value={value} onValueChange={(chosen) => onChange(toLocale(chosen))} options={LANGUAGES} />
    </Field>
  );
}
