import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { PriceNav } from "@/components/team/prices/price-nav";
import { RecalculateForm } from "@/components/team/prices/recalculate-form";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ForbiddenPage } from "../../forbidden-page";
import { previewRecalculation, recalculate } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("prices.corrections"))("title") };
}

interface CorrectionsPageProps {
  searchParams: Promise<Partial<Record<"vendor" | "model", string | string[]>>>;
}

export default async function CorrectionsPage({ searchParams }: CorrectionsPageProps) {
  const viewer = await requireViewer();
  if (!isAllowed(viewer.context.actor, "price:write")) return <ForbiddenPage viewer={viewer} />;
  const [t, { vendor, model }] = await Promise.all([getTranslations("prices.corrections"), searchParams]);
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <PriceNav current="corrections" />
      <RecalculateForm
        vendor={typeof vendor === "string" ? vendor : null}
        model={typeof model === "string" ? model : ""}
        preview={previewRecalculation}
        recalculate={recalculate}
      />
    </PageFrame>
  );
}
