import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MemberReader } from "@/components/team/content/member-reader";
import { PageFrame } from "@/components/team/page-frame";
import { requireViewer } from "@/lib/auth/page-viewer";
import { listMembers } from "@/lib/members/list-members";
import { isAllowed } from "@/lib/permissions/require-permission";
import { loadFrame } from "../../../load-frame";
import { ForbiddenPage } from "../../forbidden-page";
import { loadMembers } from "../../people/actions";
import { PolicyTabs } from "../policy-tabs";
import { listMemberChats, readMemberChat } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policy.reading.page"))("title") };
}

/** Nothing of what members wrote is on the page itself: each look is an act of its own, which says why. */
export default async function ContentPage() {
  const viewer = await requireViewer();
  const { context, person } = viewer;
  if (!isAllowed(context.actor, "content:read")) return <ForbiddenPage viewer={viewer} />;
  if ((await loadFrame()).reading === null) notFound();
  const [t, page] = await Promise.all([getTranslations("policy.reading.page"), listMembers(context)]);
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <PolicyTabs current="content" />
      <MemberReader
        initial={page}
        selfId={person.id}
        loadMembers={loadMembers}
        listChats={listMemberChats}
        readChat={readMemberChat}
      />
    </PageFrame>
  );
}
