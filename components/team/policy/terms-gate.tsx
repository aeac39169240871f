"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

interface TermsGateProps {
  team: string;
  id: string;
  text: string;
  /** When the person declined, as they read a time; null: they have not answered. */
  declined: string | null;
  answer: (input: { noticeId: string; answer: "accepted" | "declined" }) => Promise<ActionResult<void>>;
}

/** Stands in the place of the chats until the team's terms are accepted. */
export function TermsGate({ team, id, text, declined, answer }: TermsGateProps) {
  const t = useTranslations("policy.gate");
  const answered = useAnswered();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const say = (what: "accepted" | "declined") =>
    start(async () => {
      const result = await answered(answer({ noticeId: id, answer: what }));
      setFailure(result.ok ? null : result.error.message);
    });
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 py-6 sm:px-6 sm:py-10">
      <header className="flex flex-col gap-1">
        <h1 className="font-semibold text-xl">{t("title", { team })}</h1>
        <p className="max-w-measure text-pretty text-muted text-sm leading-relaxed">{t("intro")}</p>
      </header>
      {declined !== null && (
        <Notice tone="warn" title={t("declined", { at: declined })} role="status">
          {t("declinedHint")}
        </Notice>
      )}
      <section
        aria-label={t("text")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        tabIndex={0}
        className="max-h-[50dvh] overflow-y-auto whitespace-pre-wrap rounded-xl border border-line bg-surface-raised p-4 text-sm leading-relaxed [overflow-wrap:anywhere]"
      >
        {text}
      </section>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} onClick={() => say("accepted")}>
          {t("accept")}
        </Button>
        {declined === null && (
          <Button disabled={busy} onClick={() => say("declined")}>
            {t("decline")}
          </Button>
        )}
      </div>
    </div>
  );
}
