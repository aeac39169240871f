import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatDuration } from "@/lib/format/duration";
import { DEMO_CURRENCY } from "@/lib/money/pico";
import type { DecisionReport } from "@/lib/routing/decision-report";
import { EstimatedMoney } from "./estimated-money";
import { Section } from "./section";

/** How near the estimates came. */
export function EstimateSection({ estimates: { costs, time } }: Pick<DecisionReport, "estimates">) {
  const t = useTranslations("router.report");
  const format = useFormatter();
  const locale = useLocale();
  const ratio = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  if (costs.length === 0 && time === null) return null;
  return (
    <Section title={t("estimates")} hint={t("estimatesHint")}>
      <Table label={t("estimates")}>
        <TableHeader>
          <tr>
            <TableHead>{t("what")}</TableHead>
            <TableHead numeric>{t("estimated")}</TableHead>
            <TableHead numeric>{t("was")}</TableHead>
            <TableHead numeric>{t("factor")}</TableHead>
            <TableHead numeric>{t("questions")}</TableHead>
          </tr>
        </TableHeader>
        <TableBody>
          {costs.map(({ currency, questions, estimate, actual }) => (
            <TableRow key={currency}>
              <TableCell>{t("costIn", { currency })}</TableCell>
              <TableCell numeric>
                <EstimatedMoney amount={estimate} currency={currency} />
              </TableCell>
              <TableCell numeric>
                <Money amount={actual} currency={currency} demo={currency === DEMO_CURRENCY} />
              </TableCell>
              <TableCell numeric>
                {Number(estimate) > 0 ? ratio(Number(actual) / Number(estimate)) : "–"}
              </TableCell>
              <TableCell numeric>{format.number(questions)}</TableCell>
            </TableRow>
          ))}
          {time !== null && (
            <TableRow>
              <TableCell>{t("time")}</TableCell>
              <TableCell numeric>≈ {formatDuration(time.estimateMs, locale)}</TableCell>
              <TableCell numeric>{formatDuration(time.actualMs, locale)}</TableCell>
              <TableCell numeric>{ratio(time.ratio)}</TableCell>
              <TableCell numeric>{format.number(time.questions)}</TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
    </Section>
  );
}
