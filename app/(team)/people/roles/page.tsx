import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LeaveSection } from "@/components/team/people/leave-section";
import { RoleTable } from "@/components/team/people/role-table";
import { requireViewer } from "@/lib/auth/page-viewer";
import { chooseLocale } from "@/lib/i18n/locale";
import { permissionName } from "@/lib/i18n/permission-name";
import { listRoles } from "@/lib/members/list-roles";
import { leaveTeam } from "../actions";
import { PeopleFrame } from "../people-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.rolesPage"))("title") };
}

export default async function RolesPage() {
  const viewer = await requireViewer();
  const { team, context } = viewer;
  const [t, roles, locale] = await Promise.all([
    getTranslations("people.rolesPage"),
    getTranslations("people.roles"),
    getLocale(),
  ]);
  const rows = listRoles(context).map(({ permission, roles: allowed }) => ({
    permission,
    name: permissionName(permission, chooseLocale(locale, null)),
    roles: allowed,
  }));
  return (
    <PeopleFrame viewer={viewer} current="roles" title={t("title")} intro={t("intro")}>
      <p className="text-sm">{t("yours", { role: roles(team.role), team: team.name })}</p>
      <RoleTable rows={rows} own={team.role} />
      {team.kind === "personal" ? (
        <p className="text-muted text-sm">{t("personal")}</p>
      ) : (
        <LeaveSection team={team.name} leave={leaveTeam} />
      )}
    </PeopleFrame>
  );
}
