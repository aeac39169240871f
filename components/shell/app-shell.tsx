"use client";

import { PanelLeftClose, PanelLeftOpen, SquarePen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { ChatPage } from "@/lib/chat/list-chats";
import { KeyHelp } from "./key-help";
import { setCookie } from "./set-cookie";
import type { SidebarProps, TeamActions, TeamChoice } from "./shell-props";
import { Sidebar } from "./sidebar";
import { SIDEBAR_COOKIE } from "./sidebar-cookie";
import { SidebarDrawer } from "./sidebar-drawer";
import { TeamSwitcher } from "./team-switcher";
import { useDoneChats } from "./use-done-chats";
import { useKeyHelp } from "./use-key-help";
import { useLiveChats } from "./use-live-chats";
import { useOlderChats } from "./use-older-chats";
import { useSameTeam } from "./use-same-team";
import { useTeamKey } from "./use-team-key";
import { useTitlePrefix } from "./use-title-prefix";

type OwnProps = "newChatHref" | "chatPath" | "done" | "chats" | "more" | "onSwitchTeam" | "onKeys";

interface AppShellProps extends Omit<SidebarProps, OwnProps>, TeamActions {
  /** The one that is shown, and all that the person may open. */
  team: TeamChoice;
  teams: readonly TeamChoice[];
  /** The newest. */
  chats: ChatPage;
  newChatHref?: string;
  chatPath?: string;
  /** The list of chats changes while the page stays; false for a person who has none. */
  liveChats: boolean;
  /** From the cookie SIDEBAR_COOKIE. */
  initiallyFolded?: boolean;
  /** Above the frame, as wide as the window. */
  banner?: ReactNode;
  children: ReactNode;
}

export function AppShell({
  children,
  liveChats,
  initiallyFolded = false,
  banner,
  newChatHref = "/",
  chatPath = "/chat",
  team,
  teams,
  onOpenTeam,
  onCreateSpace,
  ...rest
}: AppShellProps) {
  const t = useTranslations("common");
  const [folded, setFolded] = useState(initiallyFolded);
  const [isSwitching, setSwitching] = useTeamKey(team.id);
  const [showsKeys, setShowsKeys] = useKeyHelp();
  useSameTeam(team.id);
  const [known, setKnown] = useLiveChats(rest.chats, liveChats);
  const { chats } = known;
  const more = useOlderChats(known, setKnown);
  const done = useDoneChats(chats, useOpenChat(chatPath));
  const broken = chats.filter(({ id, broken }) => broken && done.has(id)).length;
  const answered = done.size - broken;
  const answeredTitle = answered === 0 ? "" : t("shell.doneTitle", { count: answered });
  useTitlePrefix(broken === 0 ? answeredTitle : t("shell.brokenTitle", { count: broken }) + answeredTitle);
  const onSwitchTeam = () => setSwitching(true);
  const onKeys = () => setShowsKeys(true);
  const sidebar = { ...rest, chats, more, done, newChatHref, chatPath, onSwitchTeam, onKeys };

  function fold(next: boolean): void {
    setFolded(next);
    setCookie(SIDEBAR_COOKIE, next ? "folded" : "open");
  }

  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <TeamSwitcher
        open={isSwitching}
        onClose={() => setSwitching(false)}
        current={team}
        teams={teams}
        onOpenTeam={onOpenTeam}
        onCreateSpace={onCreateSpace}
      />
      <KeyHelp open={showsKeys} onClose={() => setShowsKeys(false)} />
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-3 py-2 text-accent-ink text-sm focus:translate-y-0"
      >
        {t("skipToContent")}
      </a>
      {banner}
      <div className="flex min-h-0 flex-1">
        {!folded && (
          <aside className="hidden w-65 shrink-0 border-line border-r bg-surface-sunken md:block">
            <Sidebar
              {...sidebar}
              onOpen={stay}
              closeButton={
                <IconButton label={t("shell.fold")} tooltipSide="right" onClick={() => fold(true)}>
                  <PanelLeftClose />
                </IconButton>
              }
            />
          </aside>
        )}
        <div className="flex min-w-0 flex-1 flex-col">
          <header className={cn("flex h-12 shrink-0 items-center gap-1 px-2", !folded && "md:hidden")}>
            <div className="md:hidden">
              <SidebarDrawer {...sidebar} />
            </div>
            <div className="hidden md:block">
              <IconButton label={t("shell.unfold")} tooltipSide="right" onClick={() => fold(false)}>
                <PanelLeftOpen />
              </IconButton>
            </div>
            <PageTitle {...sidebar} />
            <Link
              href={newChatHref}
              aria-label={t("shell.newChat")}
              className="ml-auto inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-surface-hover hover:text-ink pointer-coarse:size-10"
            >
              <SquarePen aria-hidden="true" className="size-4" />
            </Link>
          </header>
          {/* Positioned, so that what is for screen readers alone makes this scroll and not the page around it. What
            takes the focus is scrolled clear of a bar at the foot. */}
          <main
            id="content"
            tabIndex={-1}
            className="relative min-h-0 flex-1 overflow-y-auto outline-none has-data-foot-bar:scroll-pb-32"
          >
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}

function useOpenChat(chatPath: string): string | null {
  const pathname = usePathname();
  return pathname.startsWith(`${chatPath}/`) ? pathname.slice(chatPath.length + 1) : null;
}

/** Beside the page the sidebar stays open when a link is followed. */
function stay(): void {
  return;
}

function PageTitle({ chats, nav, chatPath }: Pick<SidebarProps, "chats" | "nav" | "chatPath">) {
  const pathname = usePathname();
  const title =
    chats.find((chat) => pathname === `${chatPath}/${chat.id}`)?.title ??
    nav.find((link) => pathname.startsWith(link.href))?.label;
  return <p className="min-w-0 truncate px-1 text-sm">{title}</p>;
}
