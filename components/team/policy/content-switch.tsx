"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId, useOptimistic, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

interface ContentSwitchProps {
  on: boolean;
  save: (input: { on: boolean }) => Promise<ActionResult<void>>;
}

/** Whether owners and administrators may read what members write, with what that means for these. */
export function ContentSwitch({ on, save }: ContentSwitchProps) {
  const t = useTranslations("policy.reading");
  const answered = useAnswered();
  const id = useId();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(on);

  function change(wanted: boolean): void {
    start(async () => {
      show(wanted);
      const result = await answered(save({ on: wanted }));
      if (!result.ok) return toast.error(result.error.message);
      toast.undo({
        message: t(wanted ? "switchedOn" : "switchedOff"),
        undoLabel: t("undo"),
        onUndo: () => change(!wanted),
      });
    });
  }

  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1 text-sm">
          <p id={`${id}-name`} className="font-medium">
            {t("switch")}
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
      {shown && (
        <Button asChild className="self-start">
          <Link href="/team/content">{t("open")}</Link>
        </Button>
      )}
    </div>
  );
}
