"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { EFFORTS, type Effort } from "@/lib/router/effort";
import { settingsTaken } from "@/lib/router/settings-taken";
import { GREYED, type SettingFieldProps } from "./setting-field";

interface EffortFieldProps extends SettingFieldProps {
  /** "" is as the model has it. */
  onChoose: (effort: Effort | "") => void;
}

const AS_MODEL = "as-model";

export function EffortField({ onChoose, settings, abilities, thinking, model }: EffortFieldProps) {
  const t = useTranslations("chat.settings");
  const kept = settings.effort;
  const { effort, noEffort } = settingsTaken(abilities, thinking, settings);
  if (noEffort !== null) {
    return (
      <Field label={t("effort")} hint={t(noEffort === "mode" ? "noEffortMode" : "noEffort", { model })}>
        <Input value={t(kept === undefined ? "asModel" : `efforts.${kept}`)} {...GREYED} />
      </Field>
    );
  }
  const offered = EFFORTS.filter((each) => abilities.efforts.includes(each) || each === kept);
  const options: SelectOption[] = [
    { value: AS_MODEL, label: t("asModel") },
    ...offered.map((each) => ({ value: each, label: t(`efforts.${each}`) })),
  ];
  return (
    <Field
      label={t("effort")}
      hint={
        kept !== undefined && effort !== undefined && effort !== kept
          ? t("effortNearest", { model, effort: t(`efforts.${effort}`) })
          : t("effortHint")
      }
    >
      <Select
        options={options}
        value={kept ?? AS_MODEL}
        onValueChange={(value) => onChoose(EFFORTS.find((each) => each === value) ?? "")}
      />
    </Field>
  );
}
