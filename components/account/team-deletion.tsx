"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";

interface TeamDeletionProps {
  team: string;
  /** The day in words; null: it is not being deleted. */
  deletesOn: string | null;
  days: number;
  remove: (input: Record<string, never>) => Promise<ActionResult<unknown>>;
  restore: (input: Record<string, never>) => Promise<ActionResult<unknown>>;
}

export function TeamDeletion({ team, deletesOn, days, remove, restore }: TeamDeletionProps) {
  const t = useTranslations("account.data.delete");
  const answered = useAnswered();
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const act = (what: TeamDeletionProps["remove"], said: string) => () =>
    start(async () => {
      const result = await answered(() => what({}));
      setFailure(result.ok ? null : result.error.message);
      if (!result.ok) return;
      toast.ok(said);
      // It is said in the frame of the page too, which the answer does not renew.
      router.refresh();
    });
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line p-4">
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      {deletesOn === null ? (
        <>
          <p className="max-w-measure text-pretty text-sm leading-relaxed">{t("body", { days })}</p>
          <Button variant="danger" className="self-start" busy={busy} onClick={act(remove, t("deleted"))}>
            <span className="max-w-64 truncate">{t("action", { team })}</span>
          </Button>
        </>
      ) : (
        <>
          <div className="flex flex-col gap-1">
            <p className="font-medium [overflow-wrap:anywhere]">{t("ending", { team, date: deletesOn })}</p>
            <p className="max-w-measure text-pretty text-sm leading-relaxed">{t("endingBody")}</p>
          </div>
          <Button variant="primary" className="self-start" busy={busy} onClick={act(restore, t("undone"))}>
            {t("undo")}
          </Button>
        </>
      )}
    </div>
  );
}
