import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListPages } from "@/components/admin/list-pages";
import { ListSearch } from "@/components/admin/list-search";
import { PersonActs } from "@/components/admin/person-acts";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listAdminPeople } from "@/lib/admin/list-people";
import { formatRelativeTime } from "@/lib/format/relative-time";
import { toLocale } from "@/lib/i18n/locale";
import { eraseAccount, resetSecondFactor, setAdministrator, suspendPerson } from "../actions";
import { AdminFrame } from "../admin-frame";
import { type ListSearchParams, listQueryOf } from "../list-query-of";

const PATH = "/admin/people";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.people"))("title") };
}

export default async function AdminPeoplePage({ searchParams }: { searchParams: ListSearchParams }) {
  const [t, locale, query] = await Promise.all([
    getTranslations("admin.people"),
    getLocale(),
    listQueryOf(searchParams),
  ]);
  const search = query.search ?? "";
  const now = Date.now();
  return (
    <AdminFrame page="people">
      {async (context) => {
        const { rows, next } = await listAdminPeople(context, query);
        return (
          <>
            <ListSearch path={PATH} search={search} label={t("searchLabel")} />
            {rows.length === 0 ? (
              <Notice>{t("none")}</Notice>
            ) : (
              <Table label={t("label")}>
                <TableHeader>
                  <tr>
                    <TableHead>{t("column.name")}</TableHead>
                    <TableHead>{t("column.state")}</TableHead>
                    <TableHead numeric>{t("column.teams")}</TableHead>
                    <TableHead>{t("column.seen")}</TableHead>
                    <TableHead>{t("column.acts")}</TableHead>
                  </tr>
                </TableHeader>
                <TableBody>
                  {rows.map((person) => (
                    <TableRow key={person.id}>
                      <TableCell className="min-w-44 max-w-96">
                        <span className="block break-words font-medium">{person.name}</span>
                        <span className="block break-all text-muted text-xs">{person.email}</span>
                      </TableCell>
                      <TableCell>
                        <span className="flex flex-wrap gap-1">
                          <Badge tone={person.suspended ? "danger" : "ok"}>
                            {t(person.suspended ? "suspended" : "active")}
                          </Badge>
                          {person.instanceAdmin && <Badge>{t("administrator")}</Badge>}
                        </span>
                      </TableCell>
                      <TableCell numeric>{person.teams.toLocaleString(locale)}</TableCell>
                      <TableCell className="whitespace-nowrap">
                        {person.lastSeenAt === null
                          ? t("never")
                          : formatRelativeTime(person.lastSeenAt, now, toLocale(locale))}
                      </TableCell>
                      <TableCell className="py-1">
                        {person.id === context.actor.personId ? (
                          <span className="inline-block py-1 text-muted">{t("you")}</span>
                        ) : (
                          <PersonActs
                            person={person}
                            suspend={suspendPerson}
                            setAdministrator={setAdministrator}
                            erase={eraseAccount}
                            resetFactor={resetSecondFactor}
                          />
                        )}
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            )}
            <ListPages path={PATH} search={search} isLater={query.after !== undefined} next={next} />
          </>
        );
      }}
    </AdminFrame>
  );
}
