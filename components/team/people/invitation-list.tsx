"use client";

import { MailPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { type Locale, toLocale } from "@/lib/i18n/locale";
import type { Invitation } from "@/lib/invitations/list-invitations";
import { useAnswered } from "../use-answered";
import { InvitationRow } from "./invitation-row";

interface Page {
  invitations: Invitation[];
  next: string | null;
}

interface InvitationListProps {
  initial: Page;
  revoke: (input: { invitationId: string }) => Promise<ActionResult<unknown>>;
  mailAgain: (input: { invitationId: string; locale: Locale }) => Promise<ActionResult<unknown>>;
  /** Whether the server sends mail. */
  mails: boolean;
  load: (input: { before: string | null }) => Promise<ActionResult<Page>>;
}

export function InvitationList({ initial, revoke, mailAgain, mails, load }: InvitationListProps) {
  const t = useTranslations("people.invitations");
  const answered = useAnswered();
  const locale = useLocale();
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

  async function send(invitationId: string): Promise<void> {
    const result = await answered(mailAgain({ invitationId, locale: toLocale(locale) }));
    if (result.ok) toast.ok(t("mailedAgain"));
    else toast.error(result.error.message);
  }

  if (invitations.length === 0)
    return (
      <EmptyState icon={<MailPlus aria-hidden="true" />} title={t("emptyTitle")}>
        {t(mails ? "emptyBodyMail" : "emptyBody")}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      <ul aria-label={t("list")} className="divide-y divide-line rounded-lg border border-line">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <InvitationRow
              invitation={invitation}
              onRevoke={() => end(invitation.id)}
              onMailAgain={() => send(invitation.id)}
            />
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
