"use client";

import { useTranslations } from "next-intl";
import { MODES } from "@/lib/router/choice";
import type { RoutingView } from "@/lib/routing/routing-view";
import { ModeList } from "./mode-list";
import { Section } from "./section";
import type { SectionProps } from "./use-routing-editor";
import type { WhyNot } from "./why-not";

interface ModeListsProps extends SectionProps {
  view: RoutingView;
  whyNot: WhyNot;
  isDirty: boolean;
}

export function ModeLists({ view, draft, change, errorOf, whyNot, isDirty }: ModeListsProps) {
  const t = useTranslations("router.modes");
  return (
    <Section title={t("title")} hint={t("hint")}>
      <div className="grid gap-4 lg:grid-cols-2">
        {MODES.map((mode) => (
          <ModeList
            key={mode}
            mode={mode}
            list={draft.modes[mode]}
            defaults={view.defaults[mode]}
            models={view.models}
            answering={isDirty ? undefined : view.answering[mode]}
            whyNot={whyNot}
            error={errorOf(`modes.${mode}`)}
            onChange={(list) => change((before) => ({ modes: { ...before.modes, [mode]: list } }))}
          />
        ))}
      </div>
    </Section>
  );
}
