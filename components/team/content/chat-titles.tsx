"use client";

import { ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { MemberChat, MemberChatPage } from "@/lib/content/list-member-chats";

interface ChatTitlesProps {
  name: string;
  page: MemberChatPage;
  busy: boolean;
  onOpen: (chat: MemberChat) => void;
  onMore: () => void;
}

/** A member's chats, the one used last first. */
export function ChatTitles({ name, page, busy, onOpen, onMore }: ChatTitlesProps) {
  const t = useTranslations("policy.reading.page");
  const format = useFormatter();
  if (page.chats.length === 0) return <p className="text-muted text-sm">{t("noChats", { name })}</p>;
  return (
    <>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {page.chats.map((chat) => (
          <li key={chat.id}>
            <button
              type="button"
              disabled={busy}
              onClick={() => onOpen(chat)}
              className="flex w-full items-center gap-3 px-4 py-2.5 text-left hover:bg-surface-hover focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2"
            >
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="text-sm [overflow-wrap:anywhere]">{chat.title ?? t("untitled")}</span>
                <span className="text-muted text-xs">
                  {t("lastActive", {
                    at: format.dateTime(new Date(chat.updatedAt), {
                      dateStyle: "medium",
                      timeStyle: "short",
                    }),
                  })}
                </span>
              </span>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
            </button>
          </li>
        ))}
      </ul>
      {page.next && (
        <Button busy={busy} onClick={onMore} className="self-center">
          {t("more")}
        </Button>
      )}
    </>
  );
}
