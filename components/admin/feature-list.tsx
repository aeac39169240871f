"use client";

import { useTranslations } from "next-intl";
import { useId, useOptimistic, useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import type { Feature } from "@/lib/features/feature";
import type { SetFeature } from "@/lib/features/set-feature";
import type { ActionResult } from "@/lib/http/action";

type Set = (input: SetFeature) => Promise<ActionResult<unknown>>;

interface FeatureListProps {
  features: readonly { name: Feature; on: boolean }[];
  set: Set;
}

/** What can be switched off for everybody, each with what that means. */
export function FeatureList({ features, set }: FeatureListProps) {
  return (
    <ul className="max-w-2xl divide-y divide-line rounded-lg border border-line">
      {features.map(({ name, on }) => (
        <li key={name}>
          <FeatureRow name={name} on={on} set={set} />
        </li>
      ))}
    </ul>
  );
}

function FeatureRow({ name, on, set }: { name: Feature; on: boolean; set: Set }) {
  const t = useTranslations("admin.settings.features");
  const answered = useAnswered();
  const id = useId();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(on);

  function change(wanted: boolean): void {
    start(async () => {
      show(wanted);
      const result = await answered(set({ feature: name, on: wanted }));
      if (!result.ok) return toast.error(result.error.message);
      toast.undo({
        message: t(wanted ? "on" : "off", { feature: t(`name.${name}`) }),
        undoLabel: t("undo"),
        onUndo: () => change(!wanted),
      });
    });
  }

  return (
    <div className="flex items-start gap-4 px-4 py-3">
      <div className="min-w-0 flex-1 text-sm">
        <p id={`${id}-name`} className="font-medium">
          {t(`name.${name}`)}
        </p>
        <p id={`${id}-hint`} className="text-pretty text-muted leading-relaxed">
          {t(`hint.${name}`)}
        </p>
      </div>
      <Switch
        checked={shown}
        onCheckedChange={change}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-hint`}
      />
    </div>
  );
}
