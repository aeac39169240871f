"use client";

import { ArrowLeft } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ReadMessageView } from "@/components/chat/read-message-view";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ReadChat } from "@/lib/content/read-member-chat";

interface ReadMessagesProps {
  name: string;
  chat: ReadChat;
  /** When it was opened. */
  at: Date;
  busy: boolean;
  onBack: () => void;
  onEarlier: () => void;
}

/** What a member's chat shows, to be read and nothing else. */
export function ReadMessages({ name, chat, at, busy, onBack, onEarlier }: ReadMessagesProps) {
  const t = useTranslations("policy.reading.page");
  const format = useFormatter();
  return (
    <>
      <Button size="sm" variant="ghost" onClick={onBack} className="self-start">
        <ArrowLeft aria-hidden="true" />
        {t("back", { name })}
      </Button>
      <Notice role="status">
        {t("recorded", { at: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) })}
      </Notice>
      {chat.above !== null && (
        <Button busy={busy} onClick={onEarlier} className="self-center">
          {t("earlier")}
        </Button>
      )}
      {chat.messages.length === 0 && <p className="text-muted text-sm">{t("nothing")}</p>}
      <div className="flex max-w-measure flex-col gap-6">
        {chat.messages.map((message) => (
          <ReadMessageView key={message.id} message={message} level={3} />
        ))}
      </div>
    </>
  );
}
