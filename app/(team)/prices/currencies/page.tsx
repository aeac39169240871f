import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { PriceNav } from "@/components/team/prices/price-nav";
import { RateForm } from "@/components/team/prices/rate-form";
import { RateImport } from "@/components/team/prices/rate-import";
import { RateList } from "@/components/team/prices/rate-list";
import { ReportingCurrencyForm } from "@/components/team/prices/reporting-currency-form";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { listRates } from "@/lib/exchange/list-rates";
import { isAllowed } from "@/lib/permissions/require-permission";
import { getReportingCurrency } from "@/lib/teams/get-reporting-currency";
import { ForbiddenPage } from "../../forbidden-page";
import { importRates, removeRate, setRate, setReportingCurrency } from "./actions";

const SHOWN_RATES = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("prices.currencies"))("title") };
}

export default async function CurrenciesPage() {
  const viewer = await requireViewer();
  const { context, team } = viewer;
  if (!isAllowed(context.actor, "price:read")) return <ForbiddenPage viewer={viewer} />;
  const [t, rates, currency] = await Promise.all([
    getTranslations("prices.currencies"),
    listRates(context, SHOWN_RATES),
    getReportingCurrency(context),
  ]);
  const mayEnter = context.actor.kind === "instance" || context.actor.instanceAdmin;
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <PriceNav current="currencies" />
      <ReportingCurrencyForm
        team={team.name}
        currency={currency}
        editable={isAllowed(context.actor, "price:write")}
        save={setReportingCurrency}
      />
      <section className="flex flex-col gap-4">
        <div className="flex flex-col gap-1">
          <h2 className="font-semibold">{t("rates")}</h2>
          <p className="max-w-measure text-pretty text-muted text-sm leading-relaxed">{t("ratesHint")}</p>
        </div>
        {!mayEnter && rates.length > 0 && <Notice>{t("readOnly")}</Notice>}
        <RateList
          rates={rates}
          most={SHOWN_RATES}
          editable={mayEnter}
          remove={removeRate}
          restore={setRate}
        />
        {mayEnter && (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <RateForm save={setRate} />
            <RateImport take={importRates} />
          </div>
        )}
      </section>
    </PageFrame>
  );
}
