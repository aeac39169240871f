"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/http/action";

interface AcceptButtonProps {
  token: string;
  team: string;
  /** Leaves the page when it succeeds. */
  accept: (input: { token: string }) => Promise<ActionResult<unknown>>;
}

export function AcceptButton({ token, team, accept }: AcceptButtonProps) {
  const t = useTranslations("people.invite");
  const common = useTranslations("common");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();

  async function perform(): Promise<void> {
    setProblem(null);
    const result = await accept({ token }).catch(() => null);
    if (result === null) setProblem(common("noAnswer"));
    else if (!result.ok) setProblem(result.error.message);
  }

  return (
    <>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <Button variant="primary" size="lg" busy={busy} onClick={() => start(perform)}>
        {t("accept", { team })}
      </Button>
    </>
  );
}
