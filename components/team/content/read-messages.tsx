"use client";

import { ArrowLeft } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Markdown } from "@/components/chat/markdown/markdown";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ReadChat, ReadMessage } from "@/lib/content/read-member-chat";

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
          <ReadMessageView key={message.id} message={message} />
        ))}
      </div>
    </>
  );
}

function ReadMessageView({ message }: { message: ReadMessage }) {
  const t = useTranslations("policy.reading.page");
  const format = useFormatter();
  const { role, text, modelName, status, createdAt } = message;
  const heading =
    role === "user"
      ? t("asked")
      : role === "summary"
        ? t("summarised")
        : modelName === null
          ? t("answeredUnknown")
          : t("answered", { model: modelName });
  return (
    <article className="flex flex-col gap-1.5">
      <h3 className="flex flex-wrap items-baseline gap-x-2 text-muted text-xs">
        <span className="font-medium">{heading}</span>
        <time dateTime={createdAt}>
          {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </h3>
      {role === "user" ? (
        <p className="whitespace-pre-wrap rounded-xl bg-surface-hover px-4 py-2.5 leading-relaxed [overflow-wrap:anywhere]">
          {text}
        </p>
      ) : (
        <Markdown text={text} live={false} />
      )}
      {status !== "complete" && <p className="text-muted text-xs">{t("unfinished")}</p>}
    </article>
  );
}
