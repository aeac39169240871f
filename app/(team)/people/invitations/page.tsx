import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/team/people/invitation-list";
import { InviteForm } from "@/components/team/people/invite-form";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { listGroupNames } from "@/lib/groups/list-group-names";
import { listInvitations } from "@/lib/invitations/list-invitations";
import { mailMode } from "@/lib/mail/mail-mode";
import { isAllowed } from "@/lib/permissions/require-permission";
import { loadFeatures } from "../../../load-features";
import { ForbiddenPage } from "../../forbidden-page";
import { PeopleFrame } from "../people-frame";
import { invite, loadInvitations, mailInvitation, revokeInvitation } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.nav"))("invitations") };
}

export default async function InvitationsPage() {
  const viewer = await requireViewer();
  const { context, team } = viewer;
  if (!isAllowed(context.actor, "invitation:write")) return <ForbiddenPage viewer={viewer} />;
  const mails = mailMode() !== "off";
  const [t, page, groups, features] = await Promise.all([
    getTranslations("people"),
    listInvitations(context),
    listGroupNames(context),
    loadFeatures(),
  ]);
  return (
    <PeopleFrame
      viewer={viewer}
      current="invitations"
      title={t("nav.invitations")}
      intro={t(mails ? "invitations.introMail" : "invitations.intro")}
    >
      {team.kind === "personal" ? (
        <Notice>{t("invitations.personal")}</Notice>
      ) : (
        <>
          <InviteForm groups={groups} links={features.invitation_links} mails={mails} invite={invite} />
          <InvitationList
            // A newer first page moves where the older ones are: they are asked for anew.
            key={page.invitations
              .map(({ id, state, uses, mail }) => `${id} ${state} ${uses} ${mail?.state}`)
              .join()}
            initial={page}
            revoke={revokeInvitation}
            mailAgain={mailInvitation}
            mails={mails}
            load={loadInvitations}
          />
        </>
      )}
    </PeopleFrame>
  );
}
