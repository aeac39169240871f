"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useNow, useTimeZone, useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ChatSummary } from "@/lib/chat/message";
import { ChatListItem } from "./chat-list-item";
import { type ChatRow, chatRows } from "./chat-rows";
import { RowList } from "./row-list";
import type { ChatListActions } from "./shell-props";
import { useChatList } from "./use-chat-list";
import { useChatSearch } from "./use-chat-search";
import { useChatTitle } from "./use-chat-title";
import type { MoreChats } from "./use-older-chats";

interface ChatListProps extends ChatListActions {
  /** Newest first, as far as the list was read. */
  chats: readonly ChatSummary[];
  more: MoreChats;
  done: ReadonlySet<string>;
  chatPath: string;
  newChatHref: string;
  onOpen: () => void;
}

const SEARCH_FROM = 9;
const DEFAULT_ZONE = "UTC";

export function ChatList({
  chats: given,
  more,
  done,
  chatPath,
  newChatHref,
  onOpen,
  ...actions
}: ChatListProps) {
  const t = useTranslations("common.shell");
  const now = useNow();
  const timeZone = useTimeZone() ?? DEFAULT_ZONE;
  const pathname = usePathname();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { changed, rename, remove } = useChatList(actions);
  const chats = useMemo(() => changed(given), [changed, given]);
  const opened = chats.find(({ id }) => pathname === `${chatPath}/${id}`);
  useChatTitle(pathname, opened?.title ?? null);
  const search = useChatSearch(chats, more, query);
  const rows = useMemo(
    () => chatRows(changed(search.chats), now.getTime(), timeZone),
    [changed, search.chats, now, timeZone],
  );

  function onDelete(chat: ChatSummary): void {
    remove(chat);
    if (pathname === `${chatPath}/${chat.id}`) router.push(newChatHref);
  }

  function renderRow(row: ChatRow) {
    if (row.kind === "heading") {
      return <h3 className="px-2 pt-3 pb-1 font-medium text-muted text-xs">{t(row.group)}</h3>;
    }
    const href = `${chatPath}/${row.chat.id}`;
    return (
      <ChatListItem
        chat={row.chat}
        href={href}
        active={pathname === href}
        done={done.has(row.chat.id)}
        onOpen={onOpen}
        onRename={(title) => rename(row.chat, title)}
        onDelete={() => onDelete(row.chat)}
      />
    );
  }

  return (
    <section aria-label={t("chats")} className="flex min-h-0 flex-1 flex-col" onKeyDown={moveWithArrows}>
      {given.length >= SEARCH_FROM && (
        <label className="relative mx-2 mt-2">
          <span className="sr-only">{t("searchChats")}</span>
          <Search aria-hidden="true" className="absolute top-1/2 left-2 size-4 -translate-y-1/2 text-muted" />
          <input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder={t("searchChats")}
            className="h-8 w-full rounded-md bg-transparent pr-2 pl-8 text-ink text-sm hover:bg-surface-hover focus:bg-surface-raised pointer-coarse:h-11 pointer-coarse:text-base"
          />
        </label>
      )}
      {rows.length === 0 && !search.failed && (
        <p className="px-4 py-3 text-muted text-sm">{t(emptyText(query, search.searching))}</p>
      )}
      {rows.length > 0 && (
        <RowList
          rows={rows}
          rowKey={(row) => (row.kind === "heading" ? row.group : row.chat.id)}
          renderRow={renderRow}
          onNearEnd={search.failed ? null : search.onMore}
          complete={!search.hasMore}
        />
      )}
      {search.failed && (
        <div role="alert" className="flex items-center gap-2 px-4 py-2 text-sm">
          <p className="min-w-0 flex-1 text-muted">{t("chatsNotLoaded")}</p>
          <Button size="sm" onClick={() => search.onMore?.()}>
            {t("loadAgain")}
          </Button>
        </div>
      )}
    </section>
  );
}

function emptyText(query: string, searching: boolean) {
  if (query.trim() === "") return "noChats";
  return searching ? "searching" : "noChatsMatch";
}

function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-chat-link]")];
  const at = links.findIndex((link) => link.matches(":focus"));
  const next = links[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
