import { UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toQuery } from "@/components/team/people/member-filter";
import { MemberFilters } from "@/components/team/people/member-filters";
import { MemberList } from "@/components/team/people/member-list";
import { EmptyState } from "@/components/ui/empty-state";
import { requireViewer } from "@/lib/auth/page-viewer";
import { listGroupNames } from "@/lib/groups/list-group-names";
import { listMembers } from "@/lib/members/list-members";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ForbiddenPage } from "../forbidden-page";
import {
  addToGroup,
  changeRole,
  loadMembers,
  removeFromGroup,
  removeMember,
  restoreAccess,
  setGroupManager,
  suspendMember,
  transferOwnership,
  undoRemoval,
} from "./actions";
import { PeopleFrame } from "./people-frame";
import { toMemberFilter } from "./to-member-filter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

interface PeoplePageProps {
  searchParams: Promise<Partial<Record<"search" | "role" | "group" | "access", string | string[]>>>;
}

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const viewer = await requireViewer();
  const { context, team, person } = viewer;
  if (!isAllowed(context.actor, "people:read")) return <ForbiddenPage viewer={viewer} />;
  const filter = toMemberFilter(await searchParams);
  const [t, groups, page] = await Promise.all([
    getTranslations("people"),
    listGroupNames(context),
    listMembers(context, toQuery(filter)),
  ]);
  const isManager = team.role === "manager";
  const acts = {
    ...{ loadMembers, changeRole, suspendMember, restoreAccess, removeMember, undoRemoval },
    ...{ transferOwnership, addToGroup, removeFromGroup, setGroupManager },
  };
  return (
    <PeopleFrame
      viewer={viewer}
      current="members"
      title={t("title")}
      intro={t(isManager ? "managerIntro" : "intro", { team: team.name })}
    >
      {isManager && groups.length === 0 ? (
        <EmptyState icon={<UsersRound aria-hidden="true" />} title={t("members.noGroups")}>
          {t("members.noGroupsBody")}
        </EmptyState>
      ) : (
        <>
          <MemberFilters
            filter={filter}
            groups={groups}
            invites={isAllowed(context.actor, "invitation:write") && team.kind === "team"}
          />
          <MemberList
            // Another filter shows other people: what was loaded of the last is let go.
            key={JSON.stringify(filter)}
            initial={page}
            filter={filter}
            groups={groups}
            team={team.name}
            viewer={{ id: person.id, role: team.role }}
            acts={acts}
          />
        </>
      )}
    </PeopleFrame>
  );
}
