"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

export type Scope = "team" | "instance";

interface ScopeChoiceProps {
  scope: Scope;
  onChange: (scope: Scope) => void;
}

/** For whom something is said, where a person may say it for all. */
export function ScopeChoice({ scope, onChange }: ScopeChoiceProps) {
  const t = useTranslations("models");
  return (
    <Field label={t("scope")}>
      <Select
        value={scope}
        onValueChange={(value) => onChange(value === "instance" ? "instance" : "team")}
        options={[
          { value: "team", label: t("scopeTeam") },
          { value: "instance", label: t("scopeInstance") },
        ]}
      />
    </Field>
  );
}
