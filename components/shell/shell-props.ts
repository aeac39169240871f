import type { ReactNode } from "react";
import type { ChatSummary } from "@/lib/chat/message";

export interface NavLink {
  href: string;
  label: string;
  /** A lucide icon. */
  icon: ReactNode;
}

export interface Person {
  name: string;
  email: string;
  /** Name of the team that is shown. */
  team: string;
}

/** What changes a chat. Each rejects when the server refused; the list then shows the chat as it was. */
export interface ChatListActions {
  onRename: (chatId: string, title: string) => Promise<unknown>;
  onDelete: (chatId: string) => Promise<unknown>;
  onRestore: (chatId: string) => Promise<unknown>;
}

export interface SidebarProps extends ChatListActions {
  /** Newest first. */
  chats: readonly ChatSummary[];
  nav: readonly NavLink[];
  person: Person;
  onSignOut: () => Promise<unknown>;
  newChatHref: string;
  /** A chat's address is `${chatPath}/${id}`. */
  chatPath: string;
}
