import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageFrame } from "@/components/team/page-frame";
import { UsageTable } from "@/components/team/usage-table";
import { UsageTotals } from "@/components/team/usage-totals";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { vendorNames } from "@/lib/providers/vendor-option";
import { usageOverview } from "@/lib/usage/usage-overview";
import { ForbiddenPage } from "../forbidden-page";
import { loadUsage } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("usage"))("title") };
}

interface UsagePageProps {
  searchParams: Promise<{ call?: string | string[] }>;
}

export default async function UsagePage({ searchParams }: UsagePageProps) {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "usage:read-own")) return <ForbiddenPage viewer={viewer} />;
  const asked = z.uuid().safeParse((await searchParams).call);
  const callId = asked.success ? asked.data : null;
  const [t, locale, { page, totals, report }] = await Promise.all([
    getTranslations("usage"),
    getLocale(),
    usageOverview(context, callId),
  ]);
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      {!isAllowed(context.actor, "usage:read-team") && <Notice>{t("ownOnly")}</Notice>}
      {page.entries.length === 0 ? (
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
          <UsageTotals totals={totals} report={report} />
          {callId !== null && (
            <Notice>
              {t("fromCall")}{" "}
              <Link href="/usage" className="underline underline-offset-2">
                {t("fromNewest")}
              </Link>
            </Notice>
          )}
          {/* A newer first page moves where the older ones begin: they are asked for anew. */}
          <UsageTable
            key={page.entries[0]?.id}
            initial={page}
            openId={callId}
            load={loadUsage}
            vendorNames={vendorNames(locale)}
          />
        </>
      )}
    </PageFrame>
  );
}
