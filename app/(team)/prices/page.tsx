import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { PriceList } from "@/components/team/prices/price-list";
import { PriceNav } from "@/components/team/prices/price-nav";
import { Button } from "@/components/ui/button";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { findPrices, PriceQuery } from "@/lib/prices/find-prices";
import { vendorNames } from "@/lib/providers/vendor-option";
import { ForbiddenPage } from "../forbidden-page";
import { loadPrices, restorePrice, withdrawPrice } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("prices"))("title") };
}

interface PricesPageProps {
  searchParams: Promise<Partial<Record<"search" | "versions", string | string[]>>>;
}

export default async function PricesPage({ searchParams }: PricesPageProps) {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "price:read")) return <ForbiddenPage viewer={viewer} />;
  const [t, locale, { search, versions }] = await Promise.all([
    getTranslations("prices"),
    getLocale(),
    searchParams,
  ]);
  const query = PriceQuery.parse({
    search: typeof search === "string" ? search.slice(0, 200) : "",
    versions: versions === "all" ? "all" : "current",
  });
  const page = await findPrices(context, query, vendorNames(locale));
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      <PriceNav current="prices" />
      {isAllowed(context.actor, "price:write") && (
        <Button asChild variant="primary" className="self-start">
          <Link href="/prices/set">
            <Plus aria-hidden="true" />
            {t("set")}
          </Link>
        </Button>
      )}
      <PriceList
        key={`${query.versions} ${query.search}`}
        initial={page}
        initialQuery={query}
        load={loadPrices}
        withdraw={withdrawPrice}
        restore={restorePrice}
      />
    </PageFrame>
  );
}
