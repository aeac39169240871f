"use client";

import { useTranslations } from "next-intl";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { RoutableModel } from "@/lib/routing/routing-view";
import { matchesOf } from "./matches-of";
import { linesOf } from "./routing-draft";
import type { SectionProps } from "./use-routing-editor";

interface PatternFieldsProps extends SectionProps {
  models: readonly RoutableModel[];
}

/** Which models may answer and which may not, with what each list matches as it is typed. */
export function PatternFields({ draft, change, errorOf, models }: PatternFieldsProps) {
  const t = useTranslations("router.patterns");
  const field = (name: "allowed" | "blocked") => (
    <Field
      label={t(name)}
      hint={<PatternCount patterns={linesOf(draft[name])} models={models} />}
      error={errorOf(name)}
    >
      <Textarea
        value={draft[name]}
        spellCheck={false}
        autoCapitalize="off"
        placeholder={t(`${name}Example`)}
        className="font-mono"
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
      <div className="flex flex-col gap-4">
        <ChoiceGroup
          label={t("which")}
          value={draft.onlyAllowed ? "some" : "all"}
          onChange={(which) => change({ onlyAllowed: which === "some" })}
          options={[
            { value: "all", label: t("all") },
            { value: "some", label: t("some") },
          ]}
        />
        {draft.onlyAllowed && field("allowed")}
      </div>
      {field("blocked")}
    </div>
  );
}

function PatternCount({
  patterns,
  models,
}: {
  patterns: readonly string[];
  models: readonly RoutableModel[];
}) {
  const t = useTranslations("router.patterns");
  if (patterns.length === 0) return t("hint");
  const { matched, idle } = matchesOf(patterns, models);
  return (
    <>
      {t("matched", { count: matched })}
      {idle.length > 0 && (
        <span className="block text-warn [overflow-wrap:anywhere]">
          {t("idle", { count: idle.length, patterns: idle.join(", ") })}
        </span>
      )}
    </>
  );
}
