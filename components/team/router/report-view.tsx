import { useTranslations } from "next-intl";
import type { DecisionReport } from "@/lib/routing/decision-report";
import { EstimateSection } from "./estimate-section";
import { FailoverSection } from "./failover-section";
import { KindTable } from "./kind-table";
import { ReportTiles } from "./report-tiles";
import { SavingsCard } from "./savings-card";
import { Section } from "./section";
import { ShareBar } from "./share-bar";

/** What Auto did in a time, and what came of it. */
export function ReportView({ report }: { report: DecisionReport }) {
  const t = useTranslations("router.report");
  const { auto, failovers, estimates } = report;
  return (
    <>
      <ReportTiles report={report} />
      {auto.questions > 0 && (
        <>
          <Section title={t("shares")}>
            <ShareBar auto={auto} />
          </Section>
          <Section title={t("savings")} hint={t("savingsHint")}>
            <div className="grid gap-4 lg:grid-cols-2">
              <SavingsCard savings={auto.againstReasoning} of={auto.questions} />
              {auto.againstBest && <SavingsCard savings={auto.againstBest} of={auto.questions} />}
            </div>
          </Section>
          <Section title={t("kinds")} hint={t("kindsHint")}>
            <KindTable kinds={auto.kinds} />
          </Section>
        </>
      )}
      <FailoverSection failovers={failovers} />
      <EstimateSection estimates={estimates} />
    </>
  );
}
