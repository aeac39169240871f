import type { ReactNode } from "react";
import type { ChatSummary } from "@/lib/chat/message";
import type { Role } from "@/lib/permissions/roles";
import type { MoreChats } from "./use-older-chats";

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

interface ActionAnswer {
  ok: boolean;
}

/** What changes a chat. Where the server refused or could not be reached, the list shows the chat as it was. */
export interface ChatListActions {
  onRename: (input: { chatId: string; title: string }) => Promise<ActionAnswer>;
  onDelete: (input: { chatId: string }) => Promise<ActionAnswer>;
  onRestore: (input: { chatId: string }) => Promise<ActionAnswer>;
}

export interface TeamChoice {
  id: string;
  name: string;
  kind: "team" | "personal";
  role: Role;
}

export interface TeamAnswer {
  ok: boolean;
  error?: { message: string };
}

/** Both leave the page when they succeed. */
export interface TeamActions {
  onOpenTeam: (input: { teamId: string }) => Promise<TeamAnswer>;
  /** Null: there are no personal spaces to make. */
  onCreateSpace: (() => Promise<TeamAnswer>) | null;
}

export interface SidebarProps extends ChatListActions {
  /** Newest first, as far as the list was read. */
  chats: readonly ChatSummary[];
  more: MoreChats;
  /** Ids of chats that were answered while the person looked elsewhere. */
  done: ReadonlySet<string>;
  nav: readonly NavLink[];
  person: Person;
  onSignOut: () => Promise<unknown>;
  /** Opens the choice of a team. */
  onSwitchTeam: () => void;
  /** Opens the list of keys. */
  onKeys: () => void;
  newChatHref: string;
  /** A chat's address is `${chatPath}/${id}`. */
  chatPath: string;
}
