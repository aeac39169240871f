import { BarChart3, Library, Plug, Split, Tags, Users } from "lucide-react";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { SIDEBAR_COOKIE } from "@/components/shell/sidebar-cookie";
import { TeamBanner } from "@/components/shell/team-banner";
import { TeamEnding } from "@/components/shell/team-ending";
import { requireViewer } from "@/lib/auth/page-viewer";
import { type ChatPage, listChats } from "@/lib/chat/list-chats";
import { toLocale } from "@/lib/i18n/locale";
import { isAllowed } from "@/lib/permissions/require-permission";
import { noticeText } from "@/lib/policy/notice-text";
import { signOut } from "./(auth)/actions";
import { deleteChat, renameChat, restoreChat } from "./(chat)/actions";
import { loadFrame } from "./load-frame";
import { answerNotice } from "./notice-actions";

const NO_CHATS: ChatPage = { chats: [], next: null };

/** The frame of every signed-in page: sidebar, chats, account. */
export async function AppFrame({ children }: { children: ReactNode }) {
  const { context, person, team } = await requireViewer();
  const [t, jar, { banner }, locale] = await Promise.all([
    getTranslations("common"),
    cookies(),
    loadFrame(),
    getLocale(),
  ]);
  const chatting = isAllowed(context.actor, "chat:use");
  const chats = chatting ? await listChats(context) : NO_CHATS;
  const nav = [
    ...(isAllowed(context.actor, "usage:read-own")
      ? [{ href: "/usage", label: t("nav.usage"), icon: <BarChart3 /> }]
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
    ...(isAllowed(context.actor, "policy:read")
      ? [{ href: "/team", label: t("nav.team"), icon: <Users /> }]
      : []),
  ];
  return (
    <AppShell
      chats={chats}
      liveChats={chatting}
      nav={nav}
      banner={
        <>
          {team.deletesAt && (
            <TeamEnding
              team={team.name}
              deletesAt={team.deletesAt}
              owner={isAllowed(context.actor, "team:delete")}
            />
          )}
          {banner && (
            <TeamBanner
              key={banner.id}
              id={banner.id}
              text={noticeText(banner, toLocale(locale))}
              answer={answerNotice}
            />
          )}
        </>
      }
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
