import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListPages } from "@/components/admin/list-pages";
import { ListSearch } from "@/components/admin/list-search";
import { MakeTeamForm } from "@/components/admin/make-team-form";
import { TeamActs } from "@/components/admin/team-acts";
import { Section } from "@/components/team/router/section";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listAdminTeams } from "@/lib/admin/list-teams";
import { formatDay } from "@/lib/format/date-time";
import { toLocale } from "@/lib/i18n/locale";
import { TEAM_GRACE_DAYS } from "@/lib/teams/team-grace";
import { makeTeam, setTeamEnding, suspendTeam } from "./actions";
import { AdminFrame } from "./admin-frame";
import { type ListSearchParams, listQueryOf } from "./list-query-of";

const PATH = "/admin";
const DAY_LENGTH = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.teams"))("title") };
}

export default async function AdminTeamsPage({ searchParams }: { searchParams: ListSearchParams }) {
  const [t, locale, query] = await Promise.all([
    getTranslations("admin"),
    getLocale(),
    listQueryOf(searchParams),
  ]);
  const search = query.search ?? "";
  return (
    <AdminFrame page="teams">
      {async (context) => {
        const { rows, next } = await listAdminTeams(context, query, new Date());
        return (
          <>
            <ListSearch path={PATH} search={search} label={t("teams.searchLabel")} />
            {rows.length === 0 ? (
              <Notice>{t("teams.none")}</Notice>
            ) : (
              <Table label={t("teams.label")}>
                <TableHeader>
                  <tr>
                    <TableHead>{t("teams.column.name")}</TableHead>
                    <TableHead>{t("teams.column.state")}</TableHead>
                    <TableHead numeric>{t("teams.column.members")}</TableHead>
                    <TableHead numeric>{t("teams.column.spent")}</TableHead>
                    <TableHead>{t("teams.column.created")}</TableHead>
                    <TableHead>{t("teams.column.acts")}</TableHead>
                  </tr>
                </TableHeader>
                <TableBody>
                  {rows.map((team) => (
                    <TableRow key={team.id}>
                      <TableCell className="min-w-40 max-w-80 break-words font-medium">{team.name}</TableCell>
                      <TableCell>
                        <Badge tone={team.suspended || team.deletesAt !== null ? "danger" : "ok"}>
                          {t(
                            team.deletesAt !== null
                              ? "teams.ending"
                              : team.suspended
                                ? "teams.suspended"
                                : "teams.active",
                          )}
                        </Badge>
                        {team.deletesAt !== null && (
                          <span className="block whitespace-nowrap text-muted text-xs">
                            {t("teams.goesOn", {
                              day: formatDay(team.deletesAt.slice(0, DAY_LENGTH), toLocale(locale)),
                            })}
                          </span>
                        )}
                      </TableCell>
                      <TableCell numeric>{team.members.toLocaleString(locale)}</TableCell>
                      <TableCell numeric>
                        {team.spent.length === 0 && <span className="text-muted">{t("teams.nothing")}</span>}
                        {team.spent.map(({ currency, amount }) => (
                          <span key={currency} className="block">
                            <Money amount={amount} currency={currency} />
                          </span>
                        ))}
                      </TableCell>
                      <TableCell className="whitespace-nowrap">
                        {formatDay(team.createdAt.slice(0, DAY_LENGTH), toLocale(locale))}
                      </TableCell>
                      <TableCell className="py-1">
                        {team.id === context.actor.teamId ? (
                          <span className="text-muted">{t("teams.own")}</span>
                        ) : (
                          <TeamActs
                            team={team}
                            days={TEAM_GRACE_DAYS}
                            suspend={suspendTeam}
                            setEnding={setTeamEnding}
                          />
                        )}
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            )}
            <ListPages path={PATH} search={search} isLater={query.after !== undefined} next={next} />
            <Section title={t("make.title")}>
              <MakeTeamForm make={makeTeam} />
            </Section>
          </>
        );
      }}
    </AdminFrame>
  );
}
