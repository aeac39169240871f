import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupForm } from "@/components/team/people/group-form";
import { GroupList } from "@/components/team/people/group-list";
import { requireViewer } from "@/lib/auth/page-viewer";
import { listGroups } from "@/lib/groups/list-groups";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ForbiddenPage } from "../../forbidden-page";
import { PeopleFrame } from "../people-frame";
import { createGroup, deleteGroup, renameGroup, restoreGroup } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.nav"))("groups") };
}

export default async function GroupsPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "people:read")) return <ForbiddenPage viewer={viewer} />;
  const [t, groups] = await Promise.all([getTranslations("people"), listGroups(context)]);
  const mayWrite = isAllowed(context.actor, "group:write");
  return (
    <PeopleFrame viewer={viewer} current="groups" title={t("nav.groups")} intro={t("groups.intro")}>
      {mayWrite && <GroupForm create={createGroup} />}
      <GroupList
        groups={groups}
        mayWrite={mayWrite}
        rename={renameGroup}
        remove={deleteGroup}
        restore={restoreGroup}
      />
    </PeopleFrame>
  );
}
