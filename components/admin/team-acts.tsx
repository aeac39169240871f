"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { AdminTeam } from "@/lib/admin/list-teams";
import type { ActionResult } from "@/lib/http/action";
import { useAct } from "./use-act";

interface TeamActsProps {
  team: Pick<AdminTeam, "id" | "name" | "suspended" | "deletesAt">;
  /** How long its deletion can be undone. */
  days: number;
  suspend: (input: { teamId: string; suspended: boolean }) => Promise<ActionResult<unknown>>;
  setEnding: (input: { teamId: string; ending: boolean }) => Promise<ActionResult<unknown>>;
}

/** Shuts a team, or opens it again; deletes it, or keeps it. */
export function TeamActs({ team, days, suspend, setEnding }: TeamActsProps) {
  const t = useTranslations("admin.teams");
  const { busy, act } = useAct();
  const { id: teamId, name, suspended } = team;
  const isEnding = team.deletesAt !== null;
  const setSuspended = (wanted: boolean) => () => suspend({ teamId, suspended: wanted });
  const end = (wanted: boolean) => () => setEnding({ teamId, ending: wanted });
  return (
    <span className="flex gap-1">
      <Button
        size="sm"
        busy={busy}
        aria-label={t(suspended ? "restoreOf" : "suspendOf", { name })}
        onClick={() =>
          act({
            run: setSuspended(!suspended),
            done: t(suspended ? "restoredNow" : "suspendedNow", { name }),
            undo: { label: t("undo"), run: setSuspended(suspended) },
          })
        }
      >
        {t(suspended ? "restore" : "suspend")}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        busy={busy}
        aria-label={t(isEnding ? "keepOf" : "deleteOf", { name })}
        onClick={() =>
          act({
            run: end(!isEnding),
            done: t(isEnding ? "keptNow" : "deletedNow", { name, days }),
            undo: { label: t("undo"), run: end(isEnding) },
          })
        }
      >
        {t(isEnding ? "keep" : "delete")}
      </Button>
    </span>
  );
}
