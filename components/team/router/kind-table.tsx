import { useFormatter, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { REASONS } from "@/lib/router/classifier/reason";
import type { KindCount } from "@/lib/routing/decision-report";

/** How often questions of each kind were asked again another way. */
export function KindTable({ kinds }: { kinds: readonly KindCount[] }) {
  const t = useTranslations("router.report");
  const format = useFormatter();
  const nameOf = useKindNames();
  return (
    <Table label={t("kinds")}>
      <TableHeader>
        <tr>
          <TableHead>{t("kind")}</TableHead>
          <TableHead numeric>{t("questions")}</TableHead>
          <TableHead numeric>{t("overridden")}</TableHead>
          <TableHead numeric>{t("rate")}</TableHead>
          <TableHead className="w-1/3 max-sm:hidden">
            <span className="sr-only">{t("rateBar")}</span>
          </TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {kinds.map(({ kind, questions, overridden }) => (
          <TableRow key={kind}>
            <TableCell>{nameOf(kind)}</TableCell>
            <TableCell numeric>{format.number(questions)}</TableCell>
            <TableCell numeric>{format.number(overridden)}</TableCell>
            <TableCell numeric>
              {format.number(overridden / questions, { style: "percent", maximumFractionDigits: 1 })}
            </TableCell>
            <TableCell className="max-sm:hidden">
              <span aria-hidden="true" className="mt-1.5 block h-2 rounded-full bg-surface-hover">
                <span
                  className="block h-full rounded-full bg-chart-2"
                  style={{ width: `${(100 * overridden) / questions}%` }}
                />
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function useKindNames(): (kind: string | null) => string {
  const t = useTranslations("router.kind");
  return (kind) => {
    const known = REASONS.find((reason) => reason === kind);
    return known === undefined ? (kind ?? t("none")) : t(known);
  };
}
