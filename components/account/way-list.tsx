"use client";

import { KeyRound, LogIn } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { providerAddress } from "@/components/auth/provider-address";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { MyWays } from "@/lib/sign-in/list-my-ways";

type Act = (input: { methodId: string }) => Promise<ActionResult<void>>;

interface WayListProps {
  ways: MyWays;
  /** Notes that the next answer of the provider adds a way. */
  begin: Act;
  remove: Act;
}

/** By which ways the person can sign in, and which they can add. */
export function WayList({ ways, begin, remove }: WayListProps) {
  const t = useTranslations("account.ways");
  const format = useFormatter();
  const now = useNow();
  const answered = useAnswered();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const tell = (result: ActionResult<void>): void =>
    setFailure(result.ok || result.error.code === "step_up" ? null : result.error.message);

  async function add(methodId: string): Promise<void> {
    setBusy(methodId);
    setFailure(null);
    const result = await answered(() => begin({ methodId }));
    try {
      if (!result.ok) return tell(result);
      window.location.assign(await providerAddress(methodId, "/account#ways"));
    } catch {
      setFailure(t("unreachable"));
    } finally {
      setBusy(null);
    }
  }

  async function takeAway(methodId: string, name: string): Promise<void> {
    setBusy(methodId);
    const result = await answered(() => remove({ methodId }));
    setBusy(null);
    tell(result);
    if (result.ok) toast.ok(t("removed", { name }));
  }

  return (
    <>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <ul className="divide-y divide-line rounded-xl border border-line">
        {ways.password && (
          <li className="flex items-center gap-3 px-4 py-3 text-sm">
            <KeyRound aria-hidden="true" className="size-4 text-muted" />
            <span className="font-medium">{t("password")}</span>
          </li>
        )}
        {ways.methods.map(({ id, name, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 text-sm">
            <LogIn aria-hidden="true" className="size-4 shrink-0 text-muted" />
            <div className="min-w-0 flex-1 basis-40">
              <p className="truncate font-medium">{name}</p>
              <p className="text-muted text-xs">
                {lastUsedAt === null
                  ? t("unused")
                  : t("used", { when: format.relativeTime(lastUsedAt, now) })}
              </p>
            </div>
            {lastUsedAt === null ? (
              <Button
                size="sm"
                busy={busy === id}
                aria-label={t("addOf", { name })}
                onClick={() => void add(id)}
              >
                {t("add")}
              </Button>
            ) : (
              <Button
                size="sm"
                busy={busy === id}
                aria-label={t("removeOf", { name })}
                onClick={() => void takeAway(id, name)}
              >
                {t("remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
