"use client";

import { Command } from "cmdk";
import { Check, CircleUserRound, Plus, ShieldCheck, UsersRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { type ReactNode, useTransition } from "react";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import type { TeamActions, TeamChoice } from "./shell-props";

interface TeamSwitcherProps extends TeamActions {
  open: boolean;
  onClose: () => void;
  current: TeamChoice;
  teams: readonly TeamChoice[];
}

const ITEM_CLASS =
  "flex min-h-9 cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-surface-hover pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

/** The person's teams: typing narrows them, Enter opens one at its start page. */
export function TeamSwitcher({
  open,
  onClose,
  current,
  teams,
  onOpenTeam,
  onCreateSpace,
}: TeamSwitcherProps) {
  const t = useTranslations("people.switcher");
  const roles = useTranslations("people.roles");
  const common = useTranslations("common");
  const router = useRouter();
  const [busy, start] = useTransition();

  function act(perform: () => Promise<{ ok: boolean; error?: { message: string } }>): void {
    start(async () => {
      const result = await perform().catch(() => null);
      if (result === null) toast.error(common("noAnswer"));
      else if (!result.ok) toast.error(result.error?.message ?? common("noAnswer"));
    });
  }

  function openTeam(teamId: string): void {
    if (teamId === current.id) onClose();
    else act(() => onOpenTeam({ teamId }));
  }

  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 flex w-[min(30rem,92vw)] -translate-x-1/2 animate-fade flex-col overflow-hidden rounded-xl border border-line bg-surface-raised text-ink shadow-raised outline-none"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Command label={t("title")} loop className="flex min-h-0 flex-col">
            <div className="flex items-center gap-2 border-line border-b px-3">
              <Command.Input
                placeholder={t("search")}
                className="h-11 min-w-0 flex-1 bg-transparent text-sm outline-none placeholder:text-muted pointer-coarse:text-base"
              />
              {busy && <Spinner />}
            </div>
            <Command.List className="max-h-[50dvh] overflow-y-auto p-1">
              <Command.Empty className="px-2 py-6 text-center text-muted text-sm">{t("none")}</Command.Empty>
              <Command.Group
                heading={t("teams")}
                className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
              >
                {teams.map((team) => (
                  <Command.Item
                    key={team.id}
                    value={team.id}
                    keywords={[team.name]}
                    onSelect={() => openTeam(team.id)}
                    className={ITEM_CLASS}
                  >
                    {team.kind === "personal" ? (
                      <CircleUserRound aria-hidden="true" />
                    ) : (
                      <UsersRound aria-hidden="true" />
                    )}
                    <span className="min-w-0 flex-1 truncate">{team.name}</span>
                    <span className="text-muted text-xs">
                      {team.kind === "personal" ? t("personal") : roles(team.role)}
                    </span>
                    {team.id === current.id && (
                      <>
                        <Check aria-hidden="true" />
                        <span className="sr-only">{t("current")}</span>
                      </>
                    )}
                  </Command.Item>
                ))}
              </Command.Group>
              {/* Not a separator: a list box may hold options and groups alone. */}
              <div aria-hidden="true" className="-mx-1 my-1 h-px bg-line" />
              {onCreateSpace !== null && !teams.some(({ kind }) => kind === "personal") && (
                <Way icon={<Plus aria-hidden="true" />} onSelect={() => act(onCreateSpace)}>
                  {t("create")}
                </Way>
              )}
              <Way
                icon={<ShieldCheck aria-hidden="true" />}
                onSelect={() => {
                  onClose();
                  router.push("/people/roles");
                }}
              >
                {t("about")}
              </Way>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Way({ icon, onSelect, children }: { icon: ReactNode; onSelect: () => void; children: string }) {
  return (
    <Command.Item value={children} onSelect={onSelect} className={ITEM_CLASS}>
      {icon}
      {children}
    </Command.Item>
  );
}
