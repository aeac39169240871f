import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageFrame } from "@/components/team/page-frame";
import { PriceNav } from "@/components/team/prices/price-nav";
import { RecalculateForm } from "@/components/team/prices/recalculate-form";
import { UnpricedList } from "@/components/team/prices/unpriced-list";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { listUnpriced } from "@/lib/prices/list-unpriced";
import { ForbiddenPage } from "../../forbidden-page";
import { correctParts, lookThrough } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("prices.corrections"))("title") };
}

interface CorrectionsPageProps {
  searchParams: Promise<Partial<Record<"vendor" | "model" | "from", string | string[]>>>;
}

export default async function CorrectionsPage({ searchParams }: CorrectionsPageProps) {
  const viewer = await requireViewer();
  if (!isAllowed(viewer.context.actor, "price:write")) return <ForbiddenPage viewer={viewer} />;
  const [t, { vendor, model, from }, unpriced] = await Promise.all([
    getTranslations("prices.corrections"),
    searchParams,
    listUnpriced(viewer.context),
  ]);
  const day = z.iso.date().safeParse(from);
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <PriceNav current="corrections" />
      <UnpricedList unpriced={unpriced} />
      <RecalculateForm
        key={`${vendor}/${model} ${from}`}
        vendor={typeof vendor === "string" ? vendor : null}
        model={typeof model === "string" ? model : ""}
        from={day.success ? day.data : ""}
        lookThrough={lookThrough}
        correct={correctParts}
      />
    </PageFrame>
  );
}
