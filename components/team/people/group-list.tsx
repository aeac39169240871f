"use client";

import { Group as GroupIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Group } from "@/lib/groups/list-groups";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";
import { GroupRow } from "./group-row";

/** From so many on, one looks for a name rather than at all of them. */
const MANY = 10;

interface GroupListProps {
  groups: readonly Group[];
  mayWrite: boolean;
  rename: (input: { groupId: string; name: string }) => Promise<ActionResult<unknown>>;
  remove: (input: { groupId: string }) => Promise<ActionResult<unknown>>;
  restore: (input: { groupId: string }) => Promise<ActionResult<unknown>>;
}

export function GroupList({ groups, mayWrite, rename, remove, restore }: GroupListProps) {
  const t = useTranslations("people.groups");
  const common = useTranslations("common");
  const answered = useAnswered();
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const shown = groups.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));

  async function removeWithUndo({ id: groupId, name }: Group): Promise<void> {
    const result = await answered(remove({ groupId }));
    if (!result.ok) return toast.error(result.error.message);
    toast.undo({
      message: t("deleted", { name }),
      undoLabel: common("undo"),
      onUndo: () => void putBack(groupId, name),
    });
  }

  async function putBack(groupId: string, name: string): Promise<void> {
    const result = await answered(restore({ groupId }));
    if (result.ok) toast.ok(t("restored", { name }));
    else toast.error(result.error.code === "conflict" ? t("nameTaken") : result.error.message);
  }

  if (groups.length === 0)
    return (
      <EmptyState icon={<GroupIcon aria-hidden="true" />} title={t("emptyTitle")}>
        {t("emptyBody")}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      {groups.length > MANY && (
        <Input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          aria-label={t("search")}
          placeholder={t("search")}
        />
      )}
      {shown.length === 0 ? (
        <p className="py-6 text-center text-muted text-sm">{t("noMatch")}</p>
      ) : (
        <ul aria-label={t("list")} className="divide-y divide-line rounded-lg border border-line">
          {shown.map((group) => (
            <li key={group.id}>
              <GroupRow
                group={group}
                mayWrite={mayWrite}
                rename={rename}
                onRemove={() => removeWithUndo(group)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
