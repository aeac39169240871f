"use client";

import { ChevronsUpDown, Keyboard, LogOut, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import {
  DropdownMenu,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadio,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import { LOCALE_COOKIE, type Locale } from "@/lib/i18n/locale";
import { LANGUAGES } from "./languages";
import { setCookie } from "./set-cookie";
import type { Person } from "./shell-props";
import { useTheme } from "./use-theme";

interface AccountMenuProps {
  person: Person;
  onSignOut: () => Promise<unknown>;
  /** Opens the list of keys. */
  onKeys: () => void;
}

export function AccountMenu({ person, onSignOut, onKeys }: AccountMenuProps) {
  const [t, account] = [useTranslations("common"), useTranslations("account")];
  const locale = useLocale();
  const router = useRouter();
  const [theme, setTheme] = useTheme();

  function setLanguage(next: Locale): void {
    setCookie(LOCALE_COOKIE, next);
    router.refresh();
  }

  return (
    <DropdownMenu
      side="top"
      className="w-60"
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2 rounded-md p-2 text-left transition-colors duration-120 hover:bg-surface-hover data-[state=open]:bg-surface-hover"
        >
          <span
            aria-hidden="true"
            className="flex size-7 shrink-0 items-center justify-center rounded-full bg-surface-active font-medium text-xs"
          >
            {initial(person.name)}
          </span>
          <span className="sr-only">{t("shell.account")}</span>
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm leading-tight">{person.name}</span>
            <span className="block truncate text-muted text-xs">{person.team}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <DropdownMenuLabel>
        <span className="block truncate">{person.email}</span>
      </DropdownMenuLabel>
      <DropdownMenuSeparator />
      <DropdownMenuLabel>{t("language")}</DropdownMenuLabel>
      <DropdownMenuRadio value={locale} onValueChange={setLanguage} options={LANGUAGES} />
      <DropdownMenuSeparator />
      <DropdownMenuLabel>{t("theme")}</DropdownMenuLabel>
      <DropdownMenuRadio
        value={theme}
        onValueChange={setTheme}
        options={[
          { value: "system", label: t("themeSystem") },
          { value: "light", label: t("themeLight") },
          { value: "dark", label: t("themeDark") },
        ]}
      />
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => router.push("/account")}>
        <UserRound />
        {account("menu")}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={onKeys}>
        <Keyboard />
        {t("keys.title")}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => void onSignOut()}>
        <LogOut />
        {t("signOut")}
      </DropdownMenuItem>
    </DropdownMenu>
  );
}

function initial(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? "·";
}
