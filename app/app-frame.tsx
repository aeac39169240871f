import { BarChart3, Library, Plug, Split, Tags, UsersRound } from "lucide-react";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { TeamChoice } from "@/components/shell/shell-props";
import { SIDEBAR_COOKIE } from "@/components/shell/sidebar-cookie";
import type { HeldTeam } from "@/db/queries/sessions";
import { requireViewer } from "@/lib/auth/page-viewer";
import { type ChatPage, listChats } from "@/lib/chat/list-chats";
import { isAllowed } from "@/lib/permissions/require-permission";
import { openTeam, signOut } from "./(auth)/actions";
import { deleteChat, renameChat, restoreChat } from "./(chat)/actions";
import { createPersonalSpace } from "./(team)/actions";

const toChoice = ({ id, name, kind, role }: HeldTeam): TeamChoice => ({ id, name, kind, role });

const NO_CHATS: ChatPage = { chats: [], next: null };

/** The frame of every signed-in page: sidebar, chats, account. */
export async function AppFrame({ children }: { children: ReactNode }) {
  const { context, person, team, teams } = await requireViewer();
  const [t, jar] = await Promise.all([getTranslations("common"), cookies()]);
  const chatting = isAllowed(context.actor, "chat:use");
  const chats = chatting ? await listChats(context) : NO_CHATS;
  const nav = [
    ...(isAllowed(context.actor, "usage:read-own")
      ? [{ href: "/usage", label: t("nav.usage"), icon: <BarChart3 /> }]
      : []),
    ...(isAllowed(context.actor, "people:read")
      ? [{ href: "/people", label: t("nav.people"), icon: <UsersRound /> }]
      : []),
    ...(isAllowed(context.actor, "provider:read")
      ? [{ href: "/providers", label: t("nav.providers"), icon: <Plug /> }]
      : []),
    ...(isAllowed(context.actor, "catalogue:read")
      ? [{ href: "/models", label: t("nav.models"), icon: <Library /> }]
      : []),
    ...(isAllowed(context.actor, "mode:write")
      ? [{ href: "/router", label: t("nav.router"), icon: <Split /> }]
      : []),
    ...(isAllowed(context.actor, "price:read")
      ? [{ href: "/prices", label: t("nav.prices"), icon: <Tags /> }]
      : []),
  ];
  return (
    <AppShell
      chats={chats}
      liveChats={chatting}
      nav={nav}
      team={toChoice(team)}
      teams={teams.map(toChoice)}
      onOpenTeam={openTeam}
      onCreateSpace={createPersonalSpace}
      person={{ name: person.name, email: person.email, team: team.name }}
      initiallyFolded={jar.get(SIDEBAR_COOKIE)?.value === "folded"}
      onRename={renameChat}
      onDelete={deleteChat}
      onRestore={restoreChat}
      onSignOut={signOut}
    >
      {children}
    </AppShell>
  );
}
