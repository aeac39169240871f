"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { Group } from "@/lib/groups/list-groups";
import type { ActionResult } from "@/lib/http/action";
import { GroupRename } from "./group-rename";

interface GroupRowProps {
  group: Group;
  mayWrite: boolean;
  rename: (input: { groupId: string; name: string }) => Promise<ActionResult<unknown>>;
  onRemove: () => Promise<void>;
}

export function GroupRow({ group, mayWrite, rename, onRemove }: GroupRowProps) {
  const t = useTranslations("people.groups");
  const format = useFormatter();
  const [isRenaming, setRenaming] = useState(false);
  const [busy, start] = useTransition();
  const { id, name, members, managers } = group;
  if (isRenaming) return <GroupRename group={group} rename={rename} onEnd={() => setRenaming(false)} />;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2.5">
      <div className="min-w-0">
        <Link
          href={`/people?group=${id}`}
          aria-label={t("show", { name })}
          className="block min-h-6 truncate font-medium text-sm underline-offset-2 hover:underline"
        >
          {name}
        </Link>
        <p className="text-muted text-sm">
          {t("members", { count: members })}
          {" · "}
          {managers.length === 0
            ? t("noManager")
            : t("managers", { names: format.list(managers.map((manager) => manager.name)) })}
        </p>
      </div>
      {mayWrite && (
        <div className="flex gap-1">
          <Button
            size="sm"
            variant="ghost"
            onClick={() => setRenaming(true)}
            aria-label={`${t("rename")}: ${name}`}
          >
            {t("rename")}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            busy={busy}
            onClick={() => start(onRemove)}
            aria-label={`${t("delete")}: ${name}`}
          >
            {t("delete")}
          </Button>
        </div>
      )}
    </div>
  );
}
