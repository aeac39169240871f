"use client";

import { useTranslations } from "next-intl";
import { useId, useOptimistic, useTransition } from "react";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

interface AllowSwitchProps {
  /** sharing: whether members may share chats with whoever has a link; temporary: whether they may begin chats that leave
   *  nothing but their cost. */
  about: "sharing" | "temporary";
  allowed: boolean;
  set: (input: { allowed: boolean }) => Promise<ActionResult<void>>;
}

/** One thing that a team allows its members or does not. */
export function AllowSwitch({ about, allowed, set }: AllowSwitchProps) {
  const t = useTranslations(`policy.${about}`);
  const common = useTranslations("common");
  const answered = useAnswered();
  const id = useId();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(allowed);

  function change(wanted: boolean): void {
    start(async () => {
      show(wanted);
      const result = await answered(set({ allowed: wanted }));
      if (!result.ok) return toast.error(result.error.message);
      toast.undo({
        message: t(wanted ? "opened" : "closed"),
        undoLabel: common("undo"),
        onUndo: () => change(!wanted),
      });
    });
  }

  return (
    <div className="flex items-start gap-4 rounded-xl border border-line p-4">
      <div className="min-w-0 flex-1 text-sm">
        <p id={`${id}-name`} className="font-medium">
          {t("label")}
        </p>
        <p id={`${id}-hint`} className="max-w-measure text-pretty text-muted leading-relaxed">
          {t("hint")}
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
