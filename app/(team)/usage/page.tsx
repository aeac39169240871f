import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageFrame } from "@/components/team/page-frame";
import { UsagePeriods } from "@/components/team/usage-periods";
import { UsageTable } from "@/components/team/usage-table";
import { UsageTotals } from "@/components/team/usage-totals";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { vendorNames } from "@/lib/providers/vendor-option";
import { beginOf, DEFAULT_PERIOD, PERIODS } from "@/lib/usage/period";
import { usageOverview } from "@/lib/usage/usage-overview";
import { ForbiddenPage } from "../forbidden-page";
import { loadUsage } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("usage"))("title") };
}

interface UsagePageProps {
  searchParams: Promise<Partial<Record<"call" | "days", string | string[]>>>;
}

export default async function UsagePage({ searchParams }: UsagePageProps) {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "usage:read-own")) return <ForbiddenPage viewer={viewer} />;
  const { call, days } = await searchParams;
  const callId = z.uuid().nullable().catch(null).parse(call);
  const period = z.enum(PERIODS).catch(DEFAULT_PERIOD).parse(days);
  const begin = beginOf(period, new Date());
  const [t, locale, { page, totals, report, isUsed }] = await Promise.all([
    getTranslations("usage"),
    getLocale(),
    usageOverview(context, { since: begin ?? undefined, fromId: callId ?? undefined }),
  ]);
  const since = begin?.toISOString() ?? null;
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      {!isAllowed(context.actor, "usage:read-team") && <Notice>{t("ownOnly")}</Notice>}
      {isUsed && <UsagePeriods periods={PERIODS} current={period} since={since} />}
      {!isUsed ? (
        <EmptyState
          icon={<ReceiptText aria-hidden="true" />}
          title={t("emptyTitle")}
          action={
            <Button asChild variant="primary">
              <Link href="/">{t("emptyAction")}</Link>
            </Button>
          }
        >
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <>
          {totals.length > 0 && <UsageTotals totals={totals} report={report} />}
          {callId !== null && (
            <Notice>
              {t("fromCall")}{" "}
              <Link href="/usage" className="underline underline-offset-2">
                {t("fromNewest")}
              </Link>
            </Notice>
          )}
          {page.entries.length === 0 ? (
            <Notice>
              {t("period.none")}{" "}
              <Link href="/usage?days=all" className="underline underline-offset-2">
                {t("period.showAll")}
              </Link>
            </Notice>
          ) : (
            // A newer first page, and another period, moves where the older ones are: they are asked for anew.
            <UsageTable
              key={`${page.entries[0]?.id} ${since}`}
              initial={page}
              since={callId === null ? since : null}
              openId={callId}
              load={loadUsage}
              vendorNames={vendorNames(locale)}
            />
          )}
        </>
      )}
    </PageFrame>
  );
}
