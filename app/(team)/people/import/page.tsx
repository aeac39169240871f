import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberImport } from "@/components/team/people/member-import";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { mailMode } from "@/lib/mail/mail-mode";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ForbiddenPage } from "../../forbidden-page";
import { PeopleFrame } from "../people-frame";
import { importMembers, planImport } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.import"))("title") };
}

export default async function ImportPage() {
  const viewer = await requireViewer();
  if (!isAllowed(viewer.context.actor, "people:write")) return <ForbiddenPage viewer={viewer} />;
  const t = await getTranslations("people");
  const mails = mailMode() !== "off";
  return (
    <PeopleFrame
      viewer={viewer}
      current="import"
      title={t("import.title")}
      intro={t(mails ? "import.introMail" : "import.intro")}
    >
      {viewer.team.kind === "personal" ? (
        <Notice>{t("invitations.personal")}</Notice>
      ) : (
        <MemberImport mails={mails} plan={planImport} apply={importMembers} />
      )}
    </PeopleFrame>
  );
}
