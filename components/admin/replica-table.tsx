import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ReplicaHealth } from "@/lib/admin/get-health";
import { formatRelativeTime } from "@/lib/format/relative-time";
import { toLocale } from "@/lib/i18n/locale";

/** The processes that serve, and those that fell silent within a day.
 *  @param now milliseconds since 1970 */
export function ReplicaTable({ replicas, now }: { replicas: readonly ReplicaHealth[]; now: number }) {
  const t = useTranslations("admin.health.replicas");
  const locale = toLocale(useLocale());
  const usual = replicas.find(({ own }) => own)?.version;
  return (
    <Table label={t("label")}>
      <TableHeader>
        <tr>
          <TableHead>{t("host")}</TableHead>
          <TableHead>{t("version")}</TableHead>
          <TableHead>{t("started")}</TableHead>
          <TableHead>{t("seen")}</TableHead>
          <TableHead>{t("state")}</TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {replicas.map(({ id, host, version, startedAt, silentMs, alive, own }) => (
          <TableRow key={id}>
            <TableCell className="min-w-40 max-w-80">
              <span className="block break-all">{host}</span>
              <span className="block font-mono text-muted text-xs">{id.slice(0, 8)}</span>
            </TableCell>
            <TableCell className="whitespace-nowrap font-mono">
              {version}
              {alive && usual !== undefined && version !== usual && (
                <span className="block font-sans text-danger text-xs">{t("differs")}</span>
              )}
            </TableCell>
            <TableCell className="whitespace-nowrap">{formatRelativeTime(startedAt, now, locale)}</TableCell>
            <TableCell className="whitespace-nowrap">
              {formatRelativeTime(new Date(now - silentMs).toISOString(), now, locale)}
            </TableCell>
            <TableCell>
              <span className="flex flex-wrap gap-1">
                <Badge tone={alive ? "ok" : "neutral"}>{t(alive ? "alive" : "silent")}</Badge>
                {own && <Badge>{t("own")}</Badge>}
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
