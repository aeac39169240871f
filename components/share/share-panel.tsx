"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import type { ChatShares } from "@/lib/share/list-shares";
import type { ShareActions } from "./share-actions";
import { ShareForm } from "./share-form";
import { ShareList } from "./share-list";

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
  // Undone here and not at the edge of the page, which this panel covers.
  const [ended, setEnded] = useState<string | null>(null);
  const { list, create, setRevoked } = actions;

  const load = useCallback(async () => {
    const result = await answered(list({ chatId: chat.id }));
    if (result.ok) setKnown(result.value);
    else setFailure(result.error.message);
  }, [answered, list, chat.id]);
  useEffect(() => void load(), [load]);

  async function change(shareId: string, revoked: boolean): Promise<void> {
    const result = await answered(setRevoked({ shareId, revoked }));
    setFailure(result.ok ? null : result.error.message);
    if (!result.ok) return;
    setEnded(revoked ? shareId : null);
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
        {ended !== null && (
          <Notice
            role="status"
            action={
              <Button size="sm" onClick={() => void change(ended, false)}>
                {common("undo")}
              </Button>
            }
          >
            {t("revoked")}
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
