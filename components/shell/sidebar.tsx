"use client";

import { ChevronsUpDown, SquarePen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Mark } from "@/components/ui/mark";
import { AccountMenu } from "./account-menu";
import { ChatList } from "./chat-list";
import type { NavLink, SidebarProps } from "./shell-props";

interface Props extends SidebarProps {
  /** Folds the sidebar or closes the drawer. */
  closeButton: ReactNode;
  /** A link was followed. */
  onOpen: () => void;
}

const LINK_CLASS =
  "flex h-8 items-center gap-2 rounded-md px-2 text-sm transition-colors duration-120 hover:bg-surface-hover aria-[current=page]:bg-surface-active pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

export function Sidebar(props: Props) {
  const { nav, person, onSignOut, newChatHref, closeButton, onOpen, onSwitchTeam, onKeys, ...list } = props;
  const t = useTranslations("common.shell");
  const switcher = useTranslations("people.switcher");
  const pathname = usePathname();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
        <Link
          href={newChatHref}
          onClick={onOpen}
          className="flex items-center gap-1.5 rounded-sm font-semibold"
        >
          <Mark twoColours />
          wye
        </Link>
        {closeButton}
      </div>
      <div className="shrink-0 px-2 pb-2">
        <button
          type="button"
          onClick={() => {
            onOpen();
            onSwitchTeam();
          }}
          aria-haspopup="dialog"
          aria-label={switcher("open", { team: person.team })}
          aria-keyshortcuts="Alt+T"
          title={switcher("key")}
          className="flex h-9 w-full items-center gap-2 rounded-md border border-line bg-surface px-2 text-left text-sm transition-colors duration-120 hover:bg-surface-hover pointer-coarse:h-11"
        >
          <span className="min-w-0 flex-1 truncate font-medium">{person.team}</span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </button>
      </div>
      <nav aria-label={t("navigation")} className="flex shrink-0 flex-col gap-px px-2">
        <Link href={newChatHref} onClick={onOpen} className={cn(LINK_CLASS, "font-medium")}>
          <SquarePen aria-hidden="true" />
          {t("newChat")}
        </Link>
        {nav.map((link) => (
          <Link
            key={link.href}
            href={link.href}
            onClick={onOpen}
            aria-current={isCurrent(link, pathname) ? "page" : undefined}
            className={LINK_CLASS}
          >
            {link.icon}
            {link.label}
          </Link>
        ))}
      </nav>
      <ChatList newChatHref={newChatHref} onOpen={onOpen} {...list} />
      <div className="shrink-0 border-line border-t p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        <AccountMenu
          person={person}
          onSignOut={onSignOut}
          onKeys={() => {
            onOpen();
            onKeys();
          }}
        />
      </div>
    </div>
  );
}

function isCurrent({ href }: NavLink, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
