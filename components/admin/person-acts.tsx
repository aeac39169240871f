"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TwoSteps } from "@/components/team/people/two-steps";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { SidePanel } from "@/components/ui/side-panel";
import { toast } from "@/components/ui/toast";
import type { AdminPerson } from "@/lib/admin/list-people";
import type { ActionResult } from "@/lib/http/action";
import { useAct } from "./use-act";

interface PersonActsProps {
  person: Pick<AdminPerson, "id" | "name" | "suspended" | "instanceAdmin" | "secondFactor">;
  suspend: (input: { personId: string; suspended: boolean }) => Promise<ActionResult<unknown>>;
  setAdministrator: (input: { personId: string; administrator: boolean }) => Promise<ActionResult<unknown>>;
  erase: (input: { personId: string }) => Promise<ActionResult<unknown>>;
  resetFactor: (input: { personId: string }) => Promise<ActionResult<unknown>>;
}

/** What an administrator can do about an account. */
export function PersonActs({ person, suspend, setAdministrator, erase, resetFactor }: PersonActsProps) {
  const t = useTranslations("admin.people");
  const common = useTranslations("common");
  const { act } = useAct();
  const factor = useTranslations("factor.reset");
  const [isResetting, setResetting] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const { id: personId, name, suspended, instanceAdmin } = person;
  const setSuspended = (wanted: boolean) => () => suspend({ personId, suspended: wanted });
  const setAdmin = (wanted: boolean) => () => setAdministrator({ personId, administrator: wanted });
  return (
    <>
      <DropdownMenu
        align="end"
        trigger={
          <IconButton label={t("more", { name })}>
            <Ellipsis />
          </IconButton>
        }
      >
        <DropdownMenuItem
          danger={!suspended}
          onSelect={() =>
            act({
              run: setSuspended(!suspended),
              done: t(suspended ? "restoredNow" : "suspendedNow", { name }),
              undo: { label: t("undo"), run: setSuspended(suspended) },
            })
          }
        >
          {t(suspended ? "restore" : "suspend")}
        </DropdownMenuItem>
        <DropdownMenuItem
          onSelect={() =>
            act({
              run: setAdmin(!instanceAdmin),
              done: t(instanceAdmin ? "unmadeAdministrator" : "madeAdministrator", { name }),
              undo: { label: t("undo"), run: setAdmin(instanceAdmin) },
            })
          }
        >
          {t(instanceAdmin ? "unmakeAdministrator" : "makeAdministrator")}
        </DropdownMenuItem>
        {person.secondFactor && (
          <DropdownMenuItem danger onSelect={() => setResetting(true)}>
            {factor("action")}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem danger onSelect={() => setErasing(true)}>
          {t("erase")}
        </DropdownMenuItem>
      </DropdownMenu>
      <SidePanel
        open={isResetting}
        onClose={() => setResetting(false)}
        title={factor("title", { name })}
        closeLabel={common("close")}
      >
        <TwoSteps
          level={3}
          title={factor("what")}
          body={factor("body", { name })}
          begin={factor("begin")}
          confirm={factor("confirm", { name })}
          keep={factor("keep")}
          act={async () => {
            const result = await resetFactor({ personId });
            if (result.ok) {
              setResetting(false);
              toast.ok(factor("done", { name }));
            }
            return result;
          }}
        />
      </SidePanel>
      <SidePanel
        open={isErasing}
        onClose={() => setErasing(false)}
        title={t("eraseTitle", { name })}
        closeLabel={common("close")}
      >
        <TwoSteps
          level={3}
          title={t("eraseWhat")}
          body={t("eraseBody", { name })}
          begin={t("eraseBegin")}
          confirm={t("eraseConfirm", { name })}
          keep={t("eraseKeep")}
          act={async () => {
            const result = await erase({ personId });
            if (result.ok) {
              setErasing(false);
              toast.ok(t("erased", { name }));
            }
            return result;
          }}
        />
      </SidePanel>
    </>
  );
}
