import { Split } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { PeriodNav } from "@/components/team/router/period-nav";
import { RecalibrateCard } from "@/components/team/router/recalibrate-card";
import { ReportView } from "@/components/team/router/report-view";
import { RouterNav } from "@/components/team/router/router-nav";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { REPORT_DAYS, reportDecisions } from "@/lib/routing/report-decisions";
import { ForbiddenPage } from "../../forbidden-page";
import { saveRouting } from "../actions";
import { applyRecalibration, previewRecalibration } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("router.nav"))("report") };
}

interface ReportPageProps {
  searchParams: Promise<{ days?: string | string[] }>;
}

export default async function ReportPage({ searchParams }: ReportPageProps) {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "mode:write")) return <ForbiddenPage viewer={viewer} />;
  const asked = Number((await searchParams).days);
  const days = REPORT_DAYS.find((count) => count === asked) ?? REPORT_DAYS[0];
  const [t, report] = await Promise.all([getTranslations("router.report"), reportDecisions(context, days)]);
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      <RouterNav current="report" />
      <PeriodNav days={REPORT_DAYS} current={days} />
      {report.questions === 0 ? (
        <EmptyState
          icon={<Split aria-hidden="true" />}
          title={t("empty")}
          action={
            <Button asChild variant="primary">
              <Link href="/">{t("emptyAction")}</Link>
            </Button>
          }
        >
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          <ReportView report={report} />
          <RecalibrateCard
            actions={{ preview: previewRecalibration, apply: applyRecalibration, save: saveRouting }}
          />
        </div>
      )}
    </PageFrame>
  );
}
