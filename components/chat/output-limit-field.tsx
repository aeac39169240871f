"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MAX_OUTPUT_TOKENS, MIN_OUTPUT_TOKENS } from "@/lib/chat/settings-limits";
import { formatTokens } from "@/lib/format/tokens";
import type { TypedFieldProps } from "./setting-field";

export function OutputLimitField({ typed, onType, isWrong, settings, abilities, model }: TypedFieldProps) {
  const t = useTranslations("chat.settings");
  const locale = useLocale();
  const { outputLimit, reasoning } = abilities;
  const asked = settings.maxOutputTokens;
  const most = outputLimit === null ? null : formatTokens(outputLimit, locale);
  const thinks = reasoning === "none" ? "no" : "yes";

  function hint(): string {
    if (most === null) return t("outputHint", { thinks });
    if (outputLimit !== null && asked !== undefined && asked > outputLimit)
      return t("outputLowered", { model, most });
    return t("outputMost", { model, most, thinks });
  }

  return (
    <Field
      label={t("output")}
      aside={t("tokens")}
      hint={hint()}
      error={
        isWrong &&
        t("outputWrong", {
          least: formatTokens(MIN_OUTPUT_TOKENS, locale),
          most: most ?? formatTokens(MAX_OUTPUT_TOKENS, locale),
        })
      }
    >
      <Input
        value={typed}
        onChange={({ target }) => onType(target.value)}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t("asModel")}
      />
    </Field>
  );
}
