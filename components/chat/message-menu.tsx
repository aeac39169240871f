"use client";

import { Ellipsis, GitFork, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { MessageActions } from "./message-actions";

interface MessageMenuProps {
  messageId: string;
  actions: Pick<MessageActions, "remove" | "fork">;
  align?: "start" | "end";
}

/** What is done less often with a message. */
export function MessageMenu({ messageId, actions, align = "start" }: MessageMenuProps) {
  const t = useTranslations("chat.message");
  return (
    <DropdownMenu
      align={align}
      trigger={
        <IconButton label={t("more")}>
          <Ellipsis />
        </IconButton>
      }
    >
      <DropdownMenuItem onSelect={() => actions.fork(messageId)}>
        <GitFork />
        {t("fork")}
      </DropdownMenuItem>
      <DropdownMenuItem danger onSelect={() => actions.remove(messageId)}>
        <Trash2 />
        {t("remove")}
      </DropdownMenuItem>
    </DropdownMenu>
  );
}
