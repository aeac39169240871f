"use client";

import { ChevronRight, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Member, MemberPage } from "@/lib/members/list-members";
import { ReadingPanel, type ReadingPanelProps } from "./reading-panel";
import { type LoadMembers, useMemberSearch } from "./use-member-search";

interface MemberReaderProps extends Pick<ReadingPanelProps, "listChats" | "readChat"> {
  initial: MemberPage;
  /** Who looks: their own chats are in their own list. */
  selfId: string;
  loadMembers: LoadMembers;
}

/** Whose chats are read. */
export function MemberReader({ initial, selfId, loadMembers, listChats, readChat }: MemberReaderProps) {
  const t = useTranslations("policy.reading.page");
  const roles = useTranslations("people.roles");
  const { search, setSearch, members, hasMore, isLoading, more } = useMemberSearch(initial, loadMembers);
  const [opened, setOpened] = useState<Member | null>(null);
  const others = members.filter(({ id }) => id !== selfId);
  return (
    <div className="flex flex-col gap-3">
      <search className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          aria-label={t("search")}
          placeholder={t("search")}
          className="pl-9"
        />
      </search>
      {others.length === 0 ? (
        <p role="status" className="text-muted text-sm">
          {t(search.trim() === "" ? "alone" : "none")}
        </p>
      ) : (
        <ul aria-label={t("list")} className="divide-y divide-line rounded-lg border border-line">
          {others.map((member) => (
            <li key={member.id}>
              <button
                type="button"
                onClick={() => setOpened(member)}
                className="flex w-full items-center gap-3 px-4 py-2.5 text-left hover:bg-surface-hover focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2"
              >
                <span className="flex min-w-0 flex-1 flex-col">
                  <span className="truncate font-medium text-sm">{member.name}</span>
                  <span className="truncate text-muted text-xs">{member.email}</span>
                </span>
                <span className="shrink-0 text-muted text-xs">{roles(member.role)}</span>
                <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button busy={isLoading} onClick={() => void more()} className="self-center">
          {t("more")}
        </Button>
      )}
      {opened && (
        <ReadingPanel
          // The reason that was given for one is none for the next.
          key={opened.id}
          person={opened}
          listChats={listChats}
          readChat={readChat}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}
