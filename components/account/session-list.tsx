"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { MySession } from "@/lib/auth/list-my-sessions";
import type { ActionResult } from "@/lib/http/action";

interface SessionListProps {
  sessions: readonly MySession[];
  end: (input: { sessionId: string }) => Promise<ActionResult<void>>;
  endOthers: (input: Record<string, never>) => Promise<ActionResult<void>>;
}

/** Where the person is signed in. */
export function SessionList({ sessions, end, endOthers }: SessionListProps) {
  const t = useTranslations("account.sessions");
  const format = useFormatter();
  const now = useNow();
  const answered = useAnswered();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function act(id: string, acted: Promise<ActionResult<void>>, said: string): Promise<void> {
    setBusy(id);
    const result = await answered(acted);
    setBusy(null);
    setFailure(result.ok ? null : result.error.message);
    if (result.ok) toast.ok(said);
  }

  const nameOf = ({ browser, system }: MySession) =>
    browser !== null && system !== null
      ? t("device", { browser, system })
      : (browser ?? system ?? t("unknown"));
  return (
    <>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <ul className="divide-y divide-line rounded-xl border border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-48">
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <span className="truncate font-medium">{nameOf(session)}</span>
                {session.current && <Badge>{t("current")}</Badge>}
              </p>
              <p className="text-muted text-xs leading-relaxed">
                {t("seen", { when: format.relativeTime(session.lastSeenAt, now) })}
                {" · "}
                {t("since", { when: format.dateTime(session.createdAt, { dateStyle: "medium" }) })}
                {" · "}
                {t("until", { when: format.dateTime(session.expiresAt, { dateStyle: "medium" }) })}
              </p>
            </div>
            {!session.current && (
              <Button
                size="sm"
                busy={busy === session.id}
                aria-label={t("endOne", { device: nameOf(session) })}
                onClick={() => void act(session.id, end({ sessionId: session.id }), t("ended"))}
              >
                {t("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          className="self-start"
          busy={busy === "others"}
          onClick={() => void act("others", endOthers({}), t("endedOthers"))}
        >
          {t("endOthers")}
        </Button>
      )}
    </>
  );
}
