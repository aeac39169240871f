import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageFrame } from "@/components/team/page-frame";
import { PeopleNav, type PeoplePage } from "@/components/team/people/people-nav";
import type { Viewer } from "@/lib/auth/viewer";
import { isAllowed } from "@/lib/permissions/require-permission";

interface PeopleFrameProps {
  viewer: Viewer;
  current: PeoplePage;
  title: ReactNode;
  intro: ReactNode;
  children: ReactNode;
}

/** A page about people, with the ways to the others that this person may see. */
export async function PeopleFrame({ viewer, current, title, intro, children }: PeopleFrameProps) {
  const t = await getTranslations("people.nav");
  const { actor } = viewer.context;
  const pages: PeoplePage[] = [
    ...(isAllowed(actor, "people:read") ? (["members", "groups"] as const) : []),
    ...(isAllowed(actor, "invitation:write") ? (["invitations"] as const) : []),
    ...(isAllowed(actor, "people:write") ? (["import"] as const) : []),
    "roles",
  ];
  return (
    <PageFrame wide title={title} intro={intro}>
      {pages.length > 1 && <PeopleNav label={t("label")} pages={pages} current={current} />}
      {children}
    </PageFrame>
  );
}
