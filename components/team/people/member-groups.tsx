"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { GroupName } from "@/lib/groups/list-group-names";
import type { ActionResult } from "@/lib/http/action";
import type { Member } from "@/lib/members/list-members";
import { useAnswered } from "../use-answered";
import type { MemberActs } from "./member-acts";

/** So many are in sight at once; a search finds the others. */
const FEW = 8;

interface MemberGroupsProps {
  member: Member;
  groups: readonly GroupName[];
  /** Whether this person may say who manages a group. */
  mayAppoint: boolean;
  acts: Pick<MemberActs, "addToGroup" | "removeFromGroup" | "setGroupManager">;
  onChanged: (id: string, now: Member | null) => void;
}

export function MemberGroups({ member, groups, mayAppoint, acts, onChanged }: MemberGroupsProps) {
  const t = useTranslations("people.members");
  const answered = useAnswered();
  const [search, setSearch] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const mine = new Map(member.groups.map((group) => [group.id, group]));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = groups.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));

  async function act(answer: Promise<ActionResult<Member | null>>): Promise<void> {
    setProblem(null);
    const result = await answered(answer);
    if (result.ok) onChanged(member.id, result.value);
    else setProblem(result.error.message);
  }

  const change = (groupId: string, isIn: boolean): Promise<void> =>
    act(
      isIn
        ? acts.addToGroup({ groupId, who: { personId: member.id } })
        : acts.removeFromGroup({ groupId, personId: member.id }),
    );

  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">{t("groups")}</h3>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      {groups.length === 0 && <p className="text-muted text-sm">{t("noGroupsYet")}</p>}
      {groups.length > FEW && (
        <Input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          aria-label={t("searchGroups")}
          placeholder={t("searchGroups")}
        />
      )}
      {groups.length > 0 && shown.length === 0 && <p className="text-muted text-sm">{t("noGroupMatches")}</p>}
      <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto">
        {shown.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
            <Checkbox label={name} checked={mine.has(id)} onChange={(checked) => void change(id, checked)} />
            {mayAppoint && mine.has(id) && member.role === "manager" && (
              <Checkbox
                label={
                  <>
                    <span aria-hidden="true">{t("managesGroup", { group: "" })}</span>
                    <span className="sr-only">{t("managesGroup", { group: name })}</span>
                  </>
                }
                checked={mine.get(id)?.manager === true}
                onChange={(manager) =>
                  void act(acts.setGroupManager({ groupId: id, personId: member.id, manager }))
                }
              />
            )}
          </li>
        ))}
      </ul>
      {mayAppoint && member.role === "member" && groups.length > 0 && (
        <p className="text-muted text-xs leading-relaxed">{t("managerHint")}</p>
      )}
    </section>
  );
}
