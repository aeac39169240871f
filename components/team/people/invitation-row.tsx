"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Invitation } from "@/lib/invitations/list-invitations";

interface InvitationRowProps {
  invitation: Invitation;
  onRevoke: () => Promise<void>;
  onMailAgain: () => Promise<void>;
}

export function InvitationRow({ invitation, onRevoke, onMailAgain }: InvitationRowProps) {
  const t = useTranslations("people.invitations");
  const roles = useTranslations("people.roles");
  const format = useFormatter();
  const [busy, start] = useTransition();
  const [mailing, startMailing] = useTransition();
  const { email, isErased, role, groupName, state, expiresAt, maxUses, uses, createdBy, canMail } =
    invitation;
  const who = email ?? t(isErased ? "erased" : "anybody");
  const facts = [
    roles(role),
    ...(groupName === null ? [] : [t("inGroup", { group: groupName })]),
    t("used", { uses, max: maxUses }),
    t("until", { when: format.dateTime(new Date(expiresAt), { dateStyle: "medium", timeStyle: "short" }) }),
    createdBy === null ? t("byServer") : t("by", { name: createdBy.name ?? t("erased") }),
  ];
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          <span className="break-all">{who}</span>
          <Badge tone={state === "open" ? "ok" : "neutral"}>{t(`states.${state}`)}</Badge>
          {state === "open" && <MailBadge mail={invitation.mail} />}
        </p>
        <p className="text-muted text-sm">{facts.join(" · ")}</p>
      </div>
      {state === "open" && (
        <div className="flex flex-wrap gap-1">
          {canMail && (
            <Button
              size="sm"
              variant="ghost"
              busy={mailing}
              onClick={() => startMailing(onMailAgain)}
              aria-label={t("mailAgainNamed", { who })}
            >
              {t("mailAgain")}
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            busy={busy}
            onClick={() => start(onRevoke)}
            aria-label={t("revokeNamed", { who })}
          >
            {t("revoke")}
          </Button>
        </div>
      )}
    </div>
  );
}

const MAIL_TONES = { queued: "neutral", retrying: "warn", sent: "neutral", failed: "danger" } as const;

function MailBadge({ mail }: Pick<Invitation, "mail">) {
  const t = useTranslations("people.invitations.mail");
  if (mail === null) return null;
  return <Badge tone={MAIL_TONES[mail.state]}>{t(mail.state, { failure: mail.failure ?? "" })}</Badge>;
}
