"use client";

import { MailPlus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { Invitation } from "@/lib/invitations/list-invitations";
import { useAnswered } from "../use-answered";

interface Page {
  invitations: Invitation[];
  next: string | null;
}

interface InvitationListProps {
  initial: Page;
  revoke: (input: { invitationId: string }) => Promise<ActionResult<unknown>>;
  load: (input: { before: string | null }) => Promise<ActionResult<Page>>;
}

export function InvitationList({ initial, revoke, load }: InvitationListProps) {
  const t = useTranslations("people.invitations");
  const answered = useAnswered();
  const [{ invitations, next }, setPage] = useState(initial);
  const [busy, start] = useTransition();

  async function more(): Promise<void> {
    const result = await answered(load({ before: next }));
    if (!result.ok) return toast.error(result.error.message);
    setPage({ invitations: [...invitations, ...result.value.invitations], next: result.value.next });
  }

  async function end(invitationId: string): Promise<void> {
    const result = await answered(revoke({ invitationId }));
    if (result.ok) toast.ok(t("revoked"));
    else toast.error(result.error.message);
  }

  if (invitations.length === 0)
    return (
      <EmptyState icon={<MailPlus aria-hidden="true" />} title={t("emptyTitle")}>
        {t("emptyBody")}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      <ul aria-label={t("list")} className="divide-y divide-line rounded-lg border border-line">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <InvitationRow invitation={invitation} onRevoke={() => end(invitation.id)} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button busy={busy} onClick={() => start(more)} className="self-center">
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function InvitationRow({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => Promise<void> }) {
  const t = useTranslations("people.invitations");
  const roles = useTranslations("people.roles");
  const format = useFormatter();
  const [busy, start] = useTransition();
  const { email, role, groupName, state, expiresAt, maxUses, uses, createdBy } = invitation;
  const who = email ?? t("anybody");
  const facts = [
    roles(role),
    ...(groupName === null ? [] : [t("inGroup", { group: groupName })]),
    t("used", { uses, max: maxUses }),
    t("until", { when: format.dateTime(new Date(expiresAt), { dateStyle: "medium", timeStyle: "short" }) }),
    createdBy === null ? t("byServer") : t("by", { name: createdBy }),
  ];
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          <span className="break-all">{who}</span>
          <Badge tone={state === "open" ? "ok" : "neutral"}>{t(`states.${state}`)}</Badge>
        </p>
        <p className="text-muted text-sm">{facts.join(" · ")}</p>
      </div>
      {state === "open" && (
        <Button
          size="sm"
          variant="ghost"
          busy={busy}
          onClick={() => start(onRevoke)}
          aria-label={t("revokeNamed", { who })}
        >
          {t("revoke")}
        </Button>
      )}
    </div>
  );
}
