"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

interface TemporaryFormProps {
  allowed: boolean;
  save: (input: { allowed: boolean }) => Promise<ActionResult<void>>;
}

/** Whether members may begin chats that leave nothing but their cost. A tick is saved at once: another takes it back. */
export function TemporaryForm({ allowed, save }: TemporaryFormProps) {
  const t = useTranslations("policy.temporary");
  const answered = useAnswered();
  const [shown, setShown] = useState(allowed);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  function change(wanted: boolean): void {
    if (busy) return;
    setShown(wanted);
    start(async () => {
      const result = await answered(save({ allowed: wanted }));
      setFailure(result.ok ? null : result.error.message);
      if (result.ok) toast.ok(t(wanted ? "opened" : "closed"));
      else setShown(!wanted);
    });
  }

  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line p-4" aria-busy={busy}>
      <Checkbox label={t("label")} checked={shown} onChange={change} />
      <p className="max-w-measure text-pretty text-muted text-xs leading-relaxed">{t("effect")}</p>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
    </div>
  );
}
