"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { HoldScope } from "@/lib/policy/hold";
import { useAnswered } from "../use-answered";

interface ListedHold {
  id: string;
  scope: HoldScope;
  subjectId: string | null;
  note: string;
  personName: string | null;
  /** As a day is read. */
  since: string;
  /** Null: it stands. */
  until: string | null;
}

interface HoldListProps {
  holds: readonly ListedHold[];
  lift: (input: { holdId: string }) => Promise<ActionResult<void>>;
}

/** What is held, and what was. */
export function HoldList({ holds, lift }: HoldListProps) {
  const t = useTranslations("policy.holds");
  const answered = useAnswered();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const end = (holdId: string) =>
    start(async () => {
      const result = await answered(lift({ holdId }));
      setFailure(result.ok ? null : result.error.message);
      if (result.ok) toast.ok(t("lifted"));
    });
  if (holds.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <ul className="flex flex-col divide-y divide-line rounded-xl border border-line">
        {holds.map((hold) => (
          <li key={hold.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <span className="[overflow-wrap:anywhere]">{nameOf(hold, t)}</span>
                {hold.until === null && <Badge>{t("stands")}</Badge>}
              </p>
              <p className="text-muted text-xs [overflow-wrap:anywhere]">
                {hold.until === null
                  ? t("since", { since: hold.since })
                  : t("sinceUntil", { since: hold.since, until: hold.until })}
                {hold.note !== "" && ` · ${hold.note}`}
              </p>
            </div>
            {hold.until === null && (
              <Button
                size="sm"
                disabled={busy}
                aria-label={t("liftOf", { name: nameOf(hold, t) })}
                onClick={() => end(hold.id)}
              >
                {t("lift")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function nameOf(
  { scope, personName, subjectId }: ListedHold,
  t: ReturnType<typeof useTranslations<"policy.holds">>,
): string {
  if (scope === "team") return t("scopes.team");
  const person = personName ?? t("unknown");
  return scope === "person" ? person : t("chatOf", { person, id: subjectId ?? "" });
}
