"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/http/action";
import { useAct } from "./use-act";

interface TeamActProps {
  teamId: string;
  name: string;
  suspended: boolean;
  suspend: (input: { teamId: string; suspended: boolean }) => Promise<ActionResult<unknown>>;
}

/** Shuts a team, or opens it again. */
export function TeamAct({ teamId, name, suspended, suspend }: TeamActProps) {
  const t = useTranslations("admin.teams");
  const { busy, act } = useAct();
  const set = (wanted: boolean) => () => suspend({ teamId, suspended: wanted });
  return (
    <Button
      size="sm"
      busy={busy}
      aria-label={t(suspended ? "restoreOf" : "suspendOf", { name })}
      onClick={() =>
        act({
          run: set(!suspended),
          done: t(suspended ? "restoredNow" : "suspendedNow", { name }),
          undo: { label: t("undo"), run: set(suspended) },
        })
      }
    >
      {t(suspended ? "restore" : "suspend")}
    </Button>
  );
}
