"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MAX_TEMPERATURE } from "@/lib/chat/settings-limits";
import { settingsTaken } from "@/lib/router/settings-taken";
import { GREYED, type TypedFieldProps } from "./setting-field";

export function TemperatureField({
  typed,
  onType,
  isWrong,
  settings,
  abilities,
  thinking,
  model,
}: TypedFieldProps) {
  const t = useTranslations("chat.settings");
  const locale = useLocale();
  const { noTemperature, temperature } = settingsTaken(abilities, thinking, settings);
  const most = abilities.maxTemperature;
  const lowered = temperature !== undefined && temperature !== settings.temperature;

  function hint(): string {
    if (noTemperature === "model") return t("noTemperature", { model });
    if (noTemperature === "thinking") return t("noTemperatureThinking", { model });
    if (lowered) return t("temperatureLowered", { model, most });
    return t("temperatureHint");
  }

  return (
    <Field
      label={t("temperature")}
      aside={t("temperatureRange", { most: noTemperature === null ? most : MAX_TEMPERATURE })}
      hint={hint()}
      error={
        isWrong &&
        t("temperatureWrong", { example: new Intl.NumberFormat(locale).format(0.7), most: MAX_TEMPERATURE })
      }
    >
      <Input
        value={typed}
        onChange={({ target }) => onType(target.value)}
        inputMode="decimal"
        autoComplete="off"
        placeholder={t("asModel")}
        {...(noTemperature !== null && GREYED)}
      />
    </Field>
  );
}
