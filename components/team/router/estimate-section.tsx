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
          </tr>
        </TableHeader>
        <TableBody>
          {costs.map(({ currency, questions, estimate, actual }) => (
            <TableRow key={currency}>
              <TableCell>
                <What name={t("costIn", { currency })} questions={questions} />
              </TableCell>
              <TableCell numeric>
                <EstimatedMoney amount={estimate} currency={currency} />
              </TableCell>
              <TableCell numeric>
                <Money amount={actual} currency={currency} demo={currency === DEMO_CURRENCY} />
              </TableCell>
              <TableCell numeric>
                {Number(estimate) > 0 ? ratio(Number(actual) / Number(estimate)) : "–"}
              </TableCell>
            </TableRow>
          ))}
          {time !== null && (
            <TableRow>
              <TableCell>
                <What name={t("time")} questions={time.questions} />
              </TableCell>
              <TableCell numeric>≈ {formatDuration(time.estimateMs, locale)}</TableCell>
              <TableCell numeric>{formatDuration(time.actualMs, locale)}</TableCell>
              <TableCell numeric>{ratio(time.ratio)}</TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
    </Section>
  );
}

function What({ name, questions }: { name: string; questions: number }) {
  const t = useTranslations("router.report");
  return (
    <>
      <span className="text-pretty">{name}</span>
      <span className="block text-muted text-xs">{t("ofQuestions", { questions })}</span>
    </>
  );
}
