"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { GroupName } from "@/lib/groups/list-group-names";
import type { MemberPage } from "@/lib/members/list-members";
import { AddToGroupForm } from "./add-to-group-form";
import type { MemberActs, PeopleViewer } from "./member-acts";
import { addressOf, EVERYBODY, type MemberFilter } from "./member-filter";
import { MemberPanel } from "./member-panel";
import { MemberRow } from "./member-row";
import { useMembers } from "./use-members";

interface MemberListProps {
  initial: MemberPage;
  filter: MemberFilter;
  groups: readonly GroupName[];
  team: string;
  viewer: PeopleViewer;
  acts: MemberActs;
}

export function MemberList({ initial, filter, groups, team, viewer, acts }: MemberListProps) {
  const t = useTranslations("people.members");
  const { members, total, hasMore, isLoading, more, put } = useMembers(initial, filter, acts.loadMembers);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = members.find(({ id }) => id === openId) ?? null;
  return (
    <div className="flex flex-col gap-3">
      {viewer.role === "manager" && (
        <AddToGroupForm groups={groups} team={team} add={acts.addToGroup} onAdded={put} />
      )}
      <p role="status" className="text-muted text-sm tabular-nums">
        {t("count", { count: total })}
      </p>
      {members.length === 0 ? (
        <EmptyState
          icon={<SearchX aria-hidden="true" />}
          title={t("noMatch")}
          action={
            <Button asChild>
              <Link href={addressOf(EVERYBODY)}>{t("showAll")}</Link>
            </Button>
          }
        >
          {t("noMatchHint")}
        </EmptyState>
      ) : (
        <ul aria-label={t("list")} className="divide-y divide-line rounded-lg border border-line">
          {members.map((member) => (
            <li key={member.id}>
              <MemberRow
                member={member}
                isSelf={member.id === viewer.id}
                onOpen={() => setOpenId(member.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button busy={isLoading} onClick={() => void more()} className="self-center">
          {t("more")}
        </Button>
      )}
      {open && (
        <MemberPanel
          // Nothing that was begun about one is left over for the next.
          key={open.id}
          member={open}
          groups={groups}
          team={team}
          viewer={viewer}
          acts={acts}
          onChanged={put}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  );
}
