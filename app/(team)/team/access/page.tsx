import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { AccessEditor } from "@/components/team/policy/access-editor";
import { OwnAccessView } from "@/components/team/policy/own-access";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { getAccess } from "@/lib/policy/get-access";
import { getOwnAccess } from "@/lib/policy/get-own-access";
import { ForbiddenPage } from "../../forbidden-page";
import { PolicyTabs } from "../policy-tabs";
import { setAccess } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policy.access"))("title") };
}

export default async function AccessPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "policy:read")) return <ForbiddenPage viewer={viewer} />;
  if (!isAllowed(context.actor, "policy:write")) return <OwnAccessPage />;
  const [t, access] = await Promise.all([getTranslations("policy.access"), getAccess(context)]);
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <PolicyTabs current="access" />
      <AccessEditor key={access.version} {...access} save={setAccess} />
    </PageFrame>
  );
}

/** For who may not change the rules: those that hold for them. */
async function OwnAccessPage() {
  const { context, team } = await requireViewer();
  const [t, access] = await Promise.all([getTranslations("policy.access"), getOwnAccess(context)]);
  return (
    <PageFrame title={t("own.title")} intro={t("own.intro", { team: team.name })}>
      <PolicyTabs current="access" />
      <OwnAccessView {...access} />
    </PageFrame>
  );
}
