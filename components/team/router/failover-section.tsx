import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { vendorName } from "@/lib/i18n/vendor-names";
import type { DecisionReport } from "@/lib/routing/decision-report";
import { Section } from "./section";

/** Which vendors failed so that another answered, and of what. */
export function FailoverSection({ failovers: { questions, vendors } }: Pick<DecisionReport, "failovers">) {
  const t = useTranslations("router.report");
  const tCause = useTranslations("router.cause");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <Section title={t("failovers")} hint={t("failoversHint", { count: questions })}>
      {vendors.length > 0 && (
        <Table label={t("failovers")}>
          <TableHeader>
            <tr>
              <TableHead>{t("vendor")}</TableHead>
              <TableHead numeric>{t("failedCalls")}</TableHead>
              <TableHead>{t("causes")}</TableHead>
            </tr>
          </TableHeader>
          <TableBody>
            {vendors.map(({ vendor, calls, causes }) => (
              <TableRow key={vendor}>
                <TableCell>{vendorName(vendor, locale)}</TableCell>
                <TableCell numeric>{format.number(calls)}</TableCell>
                <TableCell className="text-muted">
                  {format.list(
                    causes.map(({ code, calls: count }) =>
                      t("cause", { cause: tCause(causeOf(code)), count }),
                    ),
                    { type: "unit" },
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

const CAUSES = [
  "vendor_key_rejected",
  "vendor_model_missing",
  "vendor_rate_limited",
  "vendor_quota_exhausted",
  "vendor_timeout",
  "vendor_unavailable",
  "vendor_unreachable",
  "vendor_cut",
  "vendor_malformed",
  "vendor_refused",
  "vendor_content_filter",
  "context_too_long",
] as const;

const causeOf = (code: string | null): (typeof CAUSES)[number] | "other" =>
  CAUSES.find((cause) => cause === code) ?? "other";
