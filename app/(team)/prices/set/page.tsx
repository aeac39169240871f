import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageFrame } from "@/components/team/page-frame";
import { PriceForm } from "@/components/team/prices/price-form";
import { PriceNav } from "@/components/team/prices/price-nav";
import { requireViewer } from "@/lib/auth/page-viewer";
import { listCurrencies } from "@/lib/catalogue/list-currencies";
import { isAllowed } from "@/lib/permissions/require-permission";
import { findPrice } from "@/lib/prices/find-prices";
import { listPriceKeys } from "@/lib/prices/list-price-keys";
import { ForbiddenPage } from "../../forbidden-page";
import { previewPrice, setPrice } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("prices.form"))("title") };
}

interface SetPricePageProps {
  searchParams: Promise<Partial<Record<"from" | "vendor" | "model" | "since", string | string[]>>>;
}

export default async function SetPricePage({ searchParams }: SetPricePageProps) {
  const viewer = await requireViewer();
  const { actor } = viewer.context;
  if (!isAllowed(actor, "price:write")) return <ForbiddenPage viewer={viewer} />;
  const [t, { from, vendor, model, since }] = await Promise.all([
    getTranslations("prices.form"),
    searchParams,
  ]);
  const day = z.iso.date().safeParse(since);
  const mayAll = actor.kind === "instance" || actor.instanceAdmin;
  const [keys, earlier] = await Promise.all([
    listPriceKeys(viewer.context),
    typeof from === "string" ? findPrice(viewer.context, from) : null,
  ]);
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <PriceNav current="prices" />
      <PriceForm
        mayAll={mayAll}
        scope={mayAll && earlier?.scope === "instance" ? "instance" : "team"}
        vendor={earlier?.vendor ?? (typeof vendor === "string" ? vendor : null)}
        model={earlier?.model ?? (typeof model === "string" ? model : "")}
        from={day.success ? day.data : ""}
        credentialId={earlier?.credentialId ?? null}
        keys={keys}
        currencies={listCurrencies()}
        terms={earlier?.terms ?? null}
        preview={previewPrice}
        save={setPrice}
      />
    </PageFrame>
  );
}
