"use client";

import { Check, Ellipsis, Pencil, Share2, Trash2, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { useShare } from "@/components/share/share-context";
import { cn } from "@/components/ui/cn";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ChatSummary } from "@/lib/chat/message";
import { ChatRename } from "./chat-rename";
import { Opening } from "./opening";

interface ChatListItemProps {
  chat: ChatSummary;
  href: string;
  active: boolean;
  /** Answered, or not, while the person looked elsewhere. */
  done: boolean;
  onOpen: () => void;
  onRename: (title: string) => void;
  onDelete: () => void;
}

export function ChatListItem({ chat, href, active, done, onOpen, onRename, onDelete }: ChatListItemProps) {
  const t = useTranslations("common");
  const share = useShare();
  const [renaming, setRenaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const title = chat.title ?? t("shell.untitled");

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "F2") setRenaming(true);
    if (event.key === "Delete") onDelete();
  }

  function endRename(value: string | null): void {
    setRenaming(false);
    if (value !== null) onRename(value);
    requestAnimationFrame(() => link.current?.focus());
  }

  if (renaming) return <ChatRename title={title} onDone={endRename} />;
  return (
    <div
      className={cn(
        "group relative flex items-center rounded-md transition-colors duration-120 hover:bg-surface-hover has-data-[state=open]:bg-surface-hover",
        active && "bg-surface-active hover:bg-surface-active",
      )}
    >
      <Link
        ref={link}
        href={href}
        data-chat-link
        aria-current={active ? "page" : undefined}
        onKeyDown={onKeyDown}
        onClick={onOpen}
        prefetch={false}
        className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md pr-8 pl-2 text-sm focus-visible:-outline-offset-2 pointer-coarse:h-11 pointer-coarse:pr-11"
      >
        <span className={cn("truncate", done && "font-medium")}>{title}</span>
        <Opening />
        {done && !chat.streaming && <DoneMark broken={chat.broken} />}
        {chat.streaming && (
          <>
            <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-knowledge" />
            <VisuallyHidden>{t("shell.streaming")}</VisuallyHidden>
          </>
        )}
      </Link>
      <DropdownMenu
        align="end"
        onCloseAutoFocus={(event) => event.preventDefault()}
        trigger={
          <button
            type="button"
            aria-label={t("shell.chatActions", { title })}
            className="absolute right-0.5 inline-flex size-7 items-center justify-center rounded text-muted opacity-0 hover:text-ink focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:size-10 pointer-coarse:opacity-100"
          >
            <Ellipsis className="size-4" />
          </button>
        }
      >
        <DropdownMenuItem onSelect={() => setRenaming(true)}>
          <Pencil />
          {t("shell.rename")}
        </DropdownMenuItem>
        {share !== null && (
          <DropdownMenuItem onSelect={() => share({ id: chat.id, title })}>
            <Share2 />
            {t("shell.share")}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem danger onSelect={onDelete}>
          <Trash2 />
          {t("delete")}
        </DropdownMenuItem>
      </DropdownMenu>
    </div>
  );
}

function DoneMark({ broken }: { broken: boolean }) {
  const t = useTranslations("common");
  return (
    <>
      {broken ? (
        <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0 text-danger" />
      ) : (
        <Check aria-hidden="true" className="size-3.5 shrink-0 text-knowledge" />
      )}
      <VisuallyHidden>{t(broken ? "shell.broken" : "shell.done")}</VisuallyHidden>
    </>
  );
}
