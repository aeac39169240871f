import type { Metadata } from "next";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { Facts } from "@/components/admin/facts";
import { Section } from "@/components/team/router/section";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getHealth, type Health } from "@/lib/admin/get-health";
import { formatBytes } from "@/lib/format/bytes";
import { formatDateTime } from "@/lib/format/date-time";
import { formatDuration } from "@/lib/format/duration";
import { errorMessage } from "@/lib/i18n/error-message";
import { toLocale } from "@/lib/i18n/locale";
import { AdminFrame } from "../admin-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.health"))("title") };
}

export default async function AdminHealthPage() {
  const t = await getTranslations("admin.health");
  return (
    <AdminFrame page="health">
      {async (context) => {
        const health = await getHealth(context, new Date());
        return (
          <>
            <DatabaseAndDisk health={health} />
            <Circuits circuits={health.circuits} />
            <Jobs jobs={health.jobs} />
            <p className="text-muted text-sm">
              {t.rich("doctor", {
                command: "npm run wye -- doctor",
                code: (chunks) => <code className="font-mono">{chunks}</code>,
              })}
            </p>
          </>
        );
      }}
    </AdminFrame>
  );
}

async function DatabaseAndDisk({ health: { database, disk } }: { health: Health }) {
  const [t, locale] = await Promise.all([getTranslations("admin.health"), getLocale().then(toLocale)]);
  const clients = database.clients.map(({ address, connections }) =>
    t("database.client", { address: address ?? t("database.local"), count: connections }),
  );
  return (
    <Section title={t("database.title")}>
      <Facts
        facts={[
          [t("database.version"), database.version],
          [t("database.roundTrip"), formatDuration(database.roundTripMs, locale)],
          [t("database.size"), formatBytes(database.bytes, locale)],
          [t("database.migrations"), database.migrations.toLocaleString(locale)],
          [t("database.clients"), clients.join(" · ")],
          [
            t("disk.title"),
            disk === null
              ? t("disk.unknown")
              : t("disk.free", {
                  free: formatBytes(disk.freeBytes, locale),
                  total: formatBytes(disk.totalBytes, locale),
                }),
          ],
        ]}
      />
    </Section>
  );
}

async function Circuits({ circuits }: { circuits: Health["circuits"] }) {
  const [t, locale, zone] = await Promise.all([
    getTranslations("admin.health.circuits"),
    getLocale().then(toLocale),
    getTimeZone(),
  ]);
  if (circuits.length === 0) {
    return (
      <Section title={t("title")}>
        <p className="text-muted text-sm">{t("none")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("title")} hint={t("intro")}>
      <Table label={t("label")}>
        <TableHeader>
          <tr>
            <TableHead>{t("provider")}</TableHead>
            <TableHead>{t("team")}</TableHead>
            <TableHead>{t("key")}</TableHead>
            <TableHead>{t("until")}</TableHead>
            <TableHead>{t("reason")}</TableHead>
          </tr>
        </TableHeader>
        <TableBody>
          {circuits.map(({ provider, team, last4, openUntil, error }) => (
            <TableRow key={`${provider} ${team} ${last4}`}>
              <TableCell>{provider}</TableCell>
              <TableCell>{team ?? t("instance")}</TableCell>
              <TableCell className="font-mono">{last4 === null ? "–" : `…${last4}`}</TableCell>
              <TableCell className="whitespace-nowrap">{formatDateTime(openUntil, locale, zone)}</TableCell>
              <TableCell className="min-w-60">{error === null ? "–" : errorMessage(error, locale)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

async function Jobs({ jobs }: { jobs: Health["jobs"] }) {
  const [t, locale, zone] = await Promise.all([
    getTranslations("admin.health.jobs"),
    getLocale().then(toLocale),
    getTimeZone(),
  ]);
  return (
    <Section title={t("title")}>
      {jobs.length === 0 ? (
        <p className="text-muted text-sm">{t("none")}</p>
      ) : (
        <Table label={t("label")}>
          <TableHeader>
            <tr>
              <TableHead>{t("name")}</TableHead>
              <TableHead>{t("ended")}</TableHead>
              <TableHead>{t("result")}</TableHead>
            </tr>
          </TableHeader>
          <TableBody>
            {jobs.map(({ name, endedAt, failed }) => (
              <TableRow key={name}>
                <TableCell lang="en">{name}</TableCell>
                <TableCell className="whitespace-nowrap">{formatDateTime(endedAt, locale, zone)}</TableCell>
                <TableCell>
                  <Badge tone={failed ? "danger" : "ok"}>{t(failed ? "failed" : "ok")}</Badge>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
