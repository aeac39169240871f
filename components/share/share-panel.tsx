"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Notice } from "@/components/ui/notice";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { ChatShares } from "@/lib/share/list-shares";
import type { ShareInput } from "@/lib/share/share-input";
import { ShareForm } from "./share-form";
import { ShareList } from "./share-list";

export interface ShareActions {
  list: (input: { chatId: string }) => Promise<ActionResult<ChatShares>>;
  create: (input: ShareInput) => Promise<ActionResult<{ id: string; link: string }>>;
  setRevoked: (input: { shareId: string; revoked: boolean }) => Promise<ActionResult<void>>;
}

interface SharePanelProps {
  chat: { id: string; title: string };
  actions: ShareActions;
  onClose: () => void;
}

/** The links of a chat: a new one, those that there are, and their end. */
export function SharePanel({ chat, actions, onClose }: SharePanelProps) {
  const t = useTranslations("share");
  const common = useTranslations("common");
  const answered = useAnswered();
  const [known, setKnown] = useState<ChatShares | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { list, create, setRevoked } = actions;

  const load = useCallback(async () => {
    const result = await answered(list({ chatId: chat.id }));
    if (result.ok) setKnown(result.value);
    else setFailure(result.error.message);
  }, [answered, list, chat.id]);
  useEffect(() => void load(), [load]);

  async function change(shareId: string, revoked: boolean): Promise<void> {
    const result = await answered(setRevoked({ shareId, revoked }));
    if (!result.ok) return toast.error(result.error.message);
    if (revoked) {
      toast.undo({
        message: t("revoked"),
        undoLabel: common("undo"),
        onUndo: () => void change(shareId, false),
      });
    }
    await load();
  }

  return (
    <SidePanel open onClose={onClose} title={t("title")} subtitle={chat.title} closeLabel={t("close")}>
      <div className="flex flex-col gap-6">
        {failure !== null && (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        )}
        {known === null && failure === null && <Skeleton className="h-40" />}
        {known !== null && (
          <>
            <ShareForm chatId={chat.id} outside={known.outside} create={create} onCreated={load} />
            <ShareList shares={known.shares} onRevoke={(id) => change(id, true)} />
          </>
        )}
      </div>
    </SidePanel>
  );
}
