"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RoutingView } from "@/lib/routing/routing-view";
import { AutoSection } from "./auto-section";
import { DryRunView } from "./dry-run-view";
import { LimitsSection } from "./limits-section";
import { ModeLists } from "./mode-lists";
import { RulesSection } from "./rules-section";
import { TryBar } from "./try-bar";
import { type RoutingActions, useRoutingEditor } from "./use-routing-editor";
import { whyNotBy } from "./why-not";

interface RoutingEditorProps {
  view: RoutingView;
  actions: RoutingActions;
}

/** How a team's questions are routed. What is changed is tried on past questions before it can be saved. */
export function RoutingEditor({ view, actions }: RoutingEditorProps) {
  const t = useTranslations("router.save");
  const editor = useRoutingEditor(view, actions);
  const { draft, change, errorOf, problems, failure, isDirty, isOutdated, trial } = editor;
  const form = useRef<HTMLDivElement>(null);
  const notices = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const whyNot = whyNotBy(draft);
  const isTried = trial.wanted !== null;
  useEffect(() => {
    if (problems.size > 0) focusFirstWrong(form.current);
  }, [problems]);
  const isRefused = isOutdated || failure !== null;
  useEffect(() => {
    if (isRefused) notices.current?.scrollIntoView({ block: "nearest" });
  }, [isRefused]);
  useEffect(() => {
    if (isTried) result.current?.scrollIntoView({ block: "nearest" });
  }, [isTried]);

  const section = { draft, change, errorOf };
  return (
    <div ref={form} className="flex flex-col gap-10">
      <ModeLists {...section} view={view} whyNot={whyNot} isDirty={isDirty} />
      <AutoSection {...section} calibrated={view.calibrated} />
      <RulesSection
        {...section}
        models={view.models}
        groups={view.groups}
        hits={trial.trial?.run.rules ?? null}
      />
      <LimitsSection {...section} view={view} whyNot={whyNot} />
      <div ref={notices} className="flex flex-col gap-4 empty:hidden">
        {isOutdated && (
          <Notice
            tone="warn"
            role="alert"
            title={t("outdated")}
            action={
              <>
                <Button size="sm" busy={editor.saving} onClick={() => editor.catchUp(true)}>
                  {t("keepMine")}
                </Button>
                <Button size="sm" busy={editor.saving} onClick={() => editor.catchUp(false)}>
                  {t("takeTheirs")}
                </Button>
              </>
            }
          >
            {t("outdatedHint")}
          </Notice>
        )}
        {problems.size > 0 && (
          <Notice tone="danger" role="alert">
            {t("wrong", { count: problems.size })}
          </Notice>
        )}
        {failure !== null && (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        )}
      </div>
      <div ref={result} className="empty:hidden">
        {trial.trial?.complete && <DryRunView trial={trial.trial} />}
      </div>
      {isDirty && <TryBar editor={editor} />}
    </div>
  );
}

/** Of several that are wrong together, which take no focus themselves, the first. */
function focusFirstWrong(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>("[aria-invalid=true], [data-wrong]");
  const field = wrong?.matches("[data-wrong]") ? wrong.querySelector<HTMLElement>("input, button") : wrong;
  field?.focus();
}
