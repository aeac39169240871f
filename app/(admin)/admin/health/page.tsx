import type { Metadata } from "next";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { Facts } from "@/components/admin/facts";
import { HealthChecks } from "@/components/admin/health-checks";
import { ReplicaTable } from "@/components/admin/replica-table";
import { Section } from "@/components/team/router/section";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getHealth, type Health, type OpenCircuit } from "@/lib/admin/get-health";
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
        const now = new Date();
        const health = await getHealth(context, now);
        return (
          <>
            <Section title={t("checks.title")}>
              <HealthChecks checks={health.checks} />
            </Section>
            <Section title={t("replicas.title")} hint={t("replicas.intro")}>
              {!health.replicas.ok && <Unanswered />}
              {health.replicas.ok && health.replicas.value.length === 0 && (
                <p className="text-muted text-sm">{t("replicas.none")}</p>
              )}
              {health.replicas.ok && health.replicas.value.length > 0 && (
                <ReplicaTable replicas={health.replicas.value} now={now.getTime()} />
              )}
            </Section>
            <DatabaseAndDisk health={health} />
            {health.circuits.ok ? (
              <Circuits circuits={health.circuits.value} />
            ) : (
              <Section title={t("circuits.title")}>
                <Unanswered />
              </Section>
            )}
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

async function Unanswered() {
  const t = await getTranslations("admin.health");
  return (
    <Notice tone="danger" role="alert">
      {t("unanswered")}
    </Notice>
  );
}

async function DatabaseAndDisk({ health: { database, disk, lastMailAt } }: { health: Health }) {
  const [t, locale, zone] = await Promise.all([
    getTranslations("admin.health"),
    getLocale().then(toLocale),
    getTimeZone(),
  ]);
  const clients = database.ok ? database.value.clients : [];
  const facts: [string, string][] = database.ok
    ? [
        [t("database.version"), database.value.version],
        [t("database.roundTrip"), formatDuration(database.value.roundTripMs, locale)],
        [t("database.size"), formatBytes(database.value.bytes, locale)],
        [
          t("database.clients"),
          clients
            .map(({ address, connections }) =>
              t("database.client", { address: address ?? t("database.local"), count: connections }),
            )
            .join(" · "),
        ],
      ]
    : [];
  const free = disk && {
    free: formatBytes(disk.freeBytes, locale),
    total: formatBytes(disk.totalBytes, locale),
  };
  return (
    <Section title={t("database.title")}>
      {!database.ok && <Unanswered />}
      <Facts
        facts={[
          ...facts,
          [t("disk.title"), free === null ? t("disk.unknown") : t("disk.free", free)],
          [t("mail.last"), lastMailAt === null ? t("mail.none") : formatDateTime(lastMailAt, locale, zone)],
        ]}
      />
    </Section>
  );
}

async function Circuits({ circuits }: { circuits: OpenCircuit[] }) {
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
            {jobs.map(({ name, endedAt, failed, late }) => (
              <TableRow key={name}>
                <TableCell>{t(`names.${name}`)}</TableCell>
                <TableCell className="whitespace-nowrap">{formatDateTime(endedAt, locale, zone)}</TableCell>
                <TableCell>
                  <Badge tone={failed || late ? "danger" : "ok"}>
                    {t(failed ? "failed" : late ? "late" : "ok")}
                  </Badge>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
