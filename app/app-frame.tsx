import { ServerCog } from "lucide-react";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StepUpProvider } from "@/components/account/step-up-provider";
import { ShareProvider } from "@/components/share/share-context";
import { AppShell } from "@/components/shell/app-shell";
import { ReadingBanner } from "@/components/shell/reading-banner";
import type { NavLink, TeamChoice } from "@/components/shell/shell-props";
import { SIDEBAR_COOKIE } from "@/components/shell/sidebar-cookie";
import { TeamBanner } from "@/components/shell/team-banner";
import { TeamEnding } from "@/components/shell/team-ending";
import type { HeldTeam } from "@/db/queries/sessions";
import { requireViewer } from "@/lib/auth/page-viewer";
import { type ChatPage, listChats } from "@/lib/chat/list-chats";
import { toLocale } from "@/lib/i18n/locale";
import { isAllowed } from "@/lib/permissions/require-permission";
import { noticeText } from "@/lib/policy/notice-text";
import { proveMe, readyToExport } from "./(account)/account/actions";
import { openTeam, signOut } from "./(auth)/actions";
import { deleteChat, renameChat, restoreChat } from "./(chat)/actions";
import { listShares, setRevoked, shareChat } from "./(chat)/share/actions";
import { createPersonalSpace } from "./(team)/actions";
import { answerNotice } from "./actions";
import { loadFeatures } from "./load-features";
import { loadFrame } from "./load-frame";
import { readingText } from "./reading-text";
import { TEAM_NAV } from "./team-nav";

const toChoice = ({ id, name, kind, role }: HeldTeam): TeamChoice => ({ id, name, kind, role });

const NO_CHATS: ChatPage = { chats: [], next: null };

/** The frame of every signed-in page: sidebar, chats, account. */
export async function AppFrame({ children }: { children: ReactNode }) {
  const { context, person, team, teams } = await requireViewer();
  const [t, jar, { banner, reading }, locale, features] = await Promise.all([
    getTranslations("common"),
    cookies(),
    loadFrame(),
    getLocale(),
    loadFeatures(),
  ]);
  const chatting = isAllowed(context.actor, "chat:use");
  const chats = chatting ? await listChats(context) : NO_CHATS;
  const nav: NavLink[] = TEAM_NAV.filter(
    ({ name, permission }) => isAllowed(context.actor, permission) && (name !== "keys" || features.api),
  ).map(({ href, name, Icon }) => ({ href, label: t(`nav.${name}`), icon: <Icon /> }));
  if (context.actor.kind === "person" && context.actor.instanceAdmin) {
    nav.push({ href: "/admin", label: t("nav.admin"), icon: <ServerCog /> });
  }
  const sharing = isAllowed(context.actor, "share:write") && team.deletesAt === null;
  return (
    <ShareProvider actions={sharing ? { list: listShares, create: shareChat, setRevoked } : null}>
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
            {reading?.unseenId && (
              <ReadingBanner
                key={reading.unseenId}
                id={reading.unseenId}
                text={await readingText(team.name, reading.since)}
                answer={answerNotice}
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
        team={toChoice(team)}
        teams={teams.map(toChoice)}
        onOpenTeam={openTeam}
        onCreateSpace={features.personal_spaces ? createPersonalSpace : null}
        person={{ name: person.name, email: person.email, team: team.name }}
        initiallyFolded={jar.get(SIDEBAR_COOKIE)?.value === "folded"}
        onRename={renameChat}
        onDelete={deleteChat}
        onRestore={restoreChat}
        onSignOut={signOut}
      >
        <StepUpProvider prove={proveMe} ready={readyToExport} signOut={signOut}>
          {children}
        </StepUpProvider>
      </AppShell>
    </ShareProvider>
  );
}
