"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Notice } from "@/components/ui/notice";
import { SidePanel } from "@/components/ui/side-panel";
import type { MemberChat, MemberChatPage } from "@/lib/content/list-member-chats";
import type { ReadChat } from "@/lib/content/read-member-chat";
import type { ListMemberChats, ReadMemberChat } from "@/lib/content/reading";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";
import { ChatTitles } from "./chat-titles";
import { ReadMessages } from "./read-messages";
import { ReasonForm } from "./reason-form";

export interface ReadingPanelProps {
  person: { id: string; name: string };
  listChats: (input: ListMemberChats) => Promise<ActionResult<MemberChatPage>>;
  readChat: (input: ReadMemberChat) => Promise<ActionResult<ReadChat>>;
  onClose: () => void;
}

/** One member's chats: why, which, and what was said. The reason goes with each look, and is asked again the next time
 *  that the panel is opened. */
export function ReadingPanel({ person, listChats, readChat, onClose }: ReadingPanelProps) {
  const t = useTranslations("policy.reading.page");
  const answered = useAnswered();
  const [reason, setReason] = useState("");
  const [page, setPage] = useState<MemberChatPage | null>(null);
  const [opened, setOpened] = useState<{ chat: ReadChat; at: Date } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  function ask<Value>(answer: () => Promise<ActionResult<Value>>, take: (value: Value) => void): void {
    start(async () => {
      const result = await answered(answer());
      setFailure(result.ok ? null : result.error.message);
      if (result.ok) take(result.value);
    });
  }

  const begin = (given: string) =>
    ask(
      () => listChats({ personId: person.id, reason: given }),
      (found) => {
        setReason(given);
        setPage(found);
      },
    );
  const more = (known: MemberChatPage) =>
    known.next &&
    ask(
      () => listChats({ personId: person.id, reason, after: known.next ?? undefined }),
      (found) => setPage({ ...found, chats: [...known.chats, ...found.chats] }),
    );
  const open = ({ id }: MemberChat) =>
    ask(
      () => readChat({ chatId: id, reason }),
      (chat) => setOpened({ chat, at: new Date() }),
    );
  const earlier = ({ chat, at }: { chat: ReadChat; at: Date }) =>
    ask(
      () => readChat({ chatId: chat.id, reason, upTo: chat.above ?? undefined }),
      (above) => setOpened({ chat: { ...above, messages: [...above.messages, ...chat.messages] }, at }),
    );

  return (
    <SidePanel
      open
      wide={opened !== null}
      onClose={onClose}
      title={opened ? (opened.chat.title ?? t("untitled")) : t("panel", { name: person.name })}
      closeLabel={t("close")}
    >
      <div className="flex flex-col gap-4">
        {failure !== null && (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        )}
        {opened ? (
          <ReadMessages
            name={person.name}
            chat={opened.chat}
            at={opened.at}
            busy={busy}
            onBack={() => setOpened(null)}
            onEarlier={() => earlier(opened)}
          />
        ) : page ? (
          <ChatTitles name={person.name} page={page} busy={busy} onOpen={open} onMore={() => more(page)} />
        ) : (
          <ReasonForm name={person.name} busy={busy} onGiven={begin} />
        )}
      </div>
    </SidePanel>
  );
}
