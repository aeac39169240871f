import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { PlanSummary } from "@/lib/members/summarize-plan";
import { IMPORT_KIND_TONES } from "./import-kind-tones";

/** What an import would do: how much of it, then line by line. */
export function ImportPlan({ plan: { counts, lines } }: { plan: PlanSummary }) {
  const t = useTranslations("people.import");
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className="flex flex-col gap-3">
      {counts.error > 0 && <Notice tone="danger">{t("hasErrors", { count: counts.error })}</Notice>}
      <p role="status" className="flex flex-wrap gap-1.5">
        {IMPORT_KIND_TONES.map(([kind, tone]) => (
          <Badge key={kind} tone={tone}>
            {t(`counts.${kind}`, { count: counts[kind] })}
          </Badge>
        ))}
      </p>
      {lines.length < total && (
        <p className="text-muted text-sm">{t("shown", { shown: lines.length, total })}</p>
      )}
      <Table label={t("table")}>
        <TableHeader>
          <TableRow>
            <TableHead numeric>{t("line")}</TableHead>
            <TableHead>{t("email")}</TableHead>
            <TableHead>{t("what")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.line}>
              <TableCell numeric>{line.line}</TableCell>
              <TableCell className="break-all">{line.email}</TableCell>
              <TableCell>
                <What line={line} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function What({ line: { kind, role, before, group, problem } }: { line: PlanSummary["lines"][number] }) {
  const t = useTranslations("people.import");
  const roles = useTranslations("people.roles");
  const tone: BadgeTone = IMPORT_KIND_TONES.find(([one]) => one === kind)?.[1] ?? "neutral";
  const facts =
    problem === null
      ? [
          before === null ? roles(role) : t("from", { before: roles(before), role: roles(role) }),
          ...(group === null ? [] : [t("inGroup", { group })]),
        ].join(" · ")
      : t(`problems.${problem}`, { group: group ?? "" });
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={tone}>{t(`kinds.${kind}`)}</Badge>
      {facts}
    </span>
  );
}
