"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { Member } from "@/lib/members/list-members";
import { useAnswered } from "../use-answered";
import type { MemberActs } from "./member-acts";

interface MemberAccessProps {
  member: Member;
  acts: MemberActs;
  onChanged: (id: string, now: Member | null) => void;
  onRemoved: () => void;
}

/** Suspends and removes, at once; both can be taken back. */
export function MemberAccess({ member, acts, onChanged, onRemoved }: MemberAccessProps) {
  const t = useTranslations("people.members");
  const common = useTranslations("common");
  const answered = useAnswered();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const { id: personId, name } = member;
  const isSuspended = member.suspendedAt !== null;

  async function setAccess(suspend: boolean): Promise<void> {
    setProblem(null);
    const result = await answered((suspend ? acts.suspendMember : acts.restoreAccess)({ personId }));
    if (!result.ok) return setProblem(result.error.message);
    onChanged(personId, result.value);
    // What takes it back is the same button.
    toast.ok(t(suspend ? "suspendedDone" : "restoredDone", { name }));
  }

  async function remove(): Promise<void> {
    setProblem(null);
    const result = await answered(acts.removeMember({ personId }));
    if (!result.ok) return setProblem(result.error.message);
    const { undo } = result.value;
    onChanged(personId, null);
    onRemoved();
    toast.undo({
      message: t("removed", { name }),
      undoLabel: common("undo"),
      onUndo: () => void putBack(undo),
    });
  }

  async function putBack(undo: string): Promise<void> {
    const result = await answered(acts.undoRemoval({ undo }));
    if (!result.ok) return toast.error(result.error.message);
    onChanged(personId, result.value);
    toast.ok(t("backAgain", { name }));
  }

  return (
    <>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <section className="flex flex-col items-start gap-2">
        <h3 className="font-medium text-sm">{t("accessTitle")}</h3>
        <p className="text-pretty text-muted text-sm leading-relaxed">{t("accessBody")}</p>
        <Button busy={busy} onClick={() => start(() => setAccess(!isSuspended))}>
          {t(isSuspended ? "restore" : "suspend")}
        </Button>
      </section>
      <section className="flex flex-col items-start gap-2">
        <h3 className="font-medium text-sm">{t("removeTitle")}</h3>
        <p className="text-pretty text-muted text-sm leading-relaxed">{t("removeBody")}</p>
        <Button variant="danger" busy={busy} onClick={() => start(remove)}>
          {t("remove")}
        </Button>
      </section>
    </>
  );
}
