"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { useRoutingEditor } from "./use-routing-editor";
import { MOST_QUESTIONS } from "./use-trial";

/** Stays in sight while something is changed: try it, then save it. */
export function TryBar({ editor }: { editor: ReturnType<typeof useRoutingEditor> }) {
  const t = useTranslations("router.save");
  const { trial, saving } = editor;
  const done = trial.trial?.run.questions ?? 0;
  const isTried = trial.wanted !== null;
  return (
    <div
      data-foot-bar
      className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t bg-surface px-4 py-3 sm:-mx-6 sm:px-6"
    >
      <p role="status" className="min-w-0 flex-1 basis-40 text-muted text-sm">
        {trial.busy ? t("trying", { done, most: MOST_QUESTIONS }) : isTried ? t("tried") : t("dirty")}
      </p>
      {trial.busy && (
        <progress
          max={MOST_QUESTIONS}
          value={done}
          aria-label={t("progress")}
          className="h-2 w-32 max-sm:w-full"
        />
      )}
      <div className="ml-auto flex flex-wrap gap-2">
        <Button variant="ghost" onClick={editor.discard}>
          {t("discard")}
        </Button>
        {isTried ? (
          <Button variant="primary" busy={saving} onClick={editor.save}>
            {t("save")}
          </Button>
        ) : (
          <Button variant="primary" busy={trial.busy} onClick={editor.tryNow}>
            {t("try")}
          </Button>
        )}
      </div>
    </div>
  );
}
