"use client";

import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { formatAmount } from "@/lib/format/amount";
import { formatTokens } from "@/lib/format/tokens";
import { weekdays } from "@/lib/format/weekdays";
import type { ListedPrice } from "@/lib/prices/find-prices";
import type { PriceTerms } from "@/lib/prices/price-input";
import { BUCKETS, type Bucket } from "@/lib/pricing/buckets";
import { isWholeDay } from "@/lib/pricing/whole-day";
import { formatMoment } from "./format-moment";
import { toUnitPrice, unitsOf } from "./unit-price";

interface PriceDetailsProps {
  price: ListedPrice;
  onWithdraw: () => Promise<void>;
}

type Schedule = Pick<PriceTerms, "perMillion" | "tiers" | "tiersBy">;

/** All that a price says, and what can be done about it. */
export function PriceDetails({ price, onWithdraw }: PriceDetailsProps) {
  const t = useTranslations("prices.details");
  const locale = useLocale();
  const { terms, note, version } = price;
  return (
    // Stays in sight while the table scrolls sideways.
    <div className="sticky left-3 flex w-[min(44rem,calc(100vw-4rem))] flex-col gap-3 text-sm">
      <ScheduleView schedule={terms} currency={terms.currency} />
      {(terms.tariffs ?? []).map((tariff) => (
        <div key={JSON.stringify(tariff)} className="flex flex-col gap-1.5 border-line border-t pt-2">
          <p className="font-medium">
            <TariffTitle tariff={tariff} />
          </p>
          <ScheduleView schedule={tariff} currency={terms.currency} />
        </div>
      ))}
      {terms.minimum !== undefined && (
        <p>{t("minimum", { amount: formatAmount(terms.minimum, terms.currency, locale).exact })}</p>
      )}
      {note !== null && <p className="whitespace-pre-line break-words">{t("note", { note })}</p>}
      <p className="text-muted text-xs">
        {t("version", { version })}
        <SetBy price={price} />
      </p>
      <Actions price={price} onWithdraw={onWithdraw} />
    </div>
  );
}

function ScheduleView({ schedule, currency }: { schedule: Schedule; currency: string }) {
  const t = useTranslations("prices.details");
  const locale = useLocale();
  const { perMillion, tiers = [], tiersBy } = schedule;
  return (
    <>
      <Prices prices={perMillion} currency={currency} />
      {tiers.map((tier) => (
        <div key={tier.above} className="flex flex-col gap-1 pt-1">
          <p className="text-muted">{t("above", { count: formatTokens(tier.above, locale) })}</p>
          <Prices prices={tier.perMillion} currency={currency} />
        </div>
      ))}
      {tiers.length > 0 && (
        <p className="text-muted text-xs">{t(tiersBy === "excess" ? "onlyExcess" : "wholeCall")}</p>
      )}
    </>
  );
}

function Prices({ prices, currency }: { prices: PriceTerms["perMillion"]; currency: string }) {
  const t = useTranslations("prices.details");
  const tBucket = useTranslations("usage.bucket");
  const locale = useLocale();
  const stated = BUCKETS.flatMap((bucket): [Bucket, string][] => {
    const price = prices[bucket];
    return price === undefined ? [] : [[bucket, price]];
  });
  const UNIT = { 1: "perPiece", 1000: "perThousand" } as const;
  return (
    <dl className="grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-0.5 tabular-nums">
      {stated.map(([bucket, perMillion]) => {
        const units = unitsOf(bucket);
        const price = formatAmount(toUnitPrice(bucket, perMillion), currency, locale).exact;
        return (
          <div key={bucket} className="col-span-2 grid grid-cols-subgrid">
            <dt>{tBucket(bucket)}</dt>
            <dd className="text-right">
              {t(units === 1 || units === 1000 ? UNIT[units] : "perMillion", { price })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

type Tariff = NonNullable<PriceTerms["tariffs"]>[number];

function TariffTitle({ tariff: { serviceTier, hours } }: { tariff: Tariff }) {
  const t = useTranslations("prices.details");
  return [
    ...(serviceTier ? [t("serviceTier", { name: serviceTier })] : []),
    ...(hours ? [<HoursTitle key="hours" hours={hours} />] : []),
  ].flatMap((title, index) => (index === 0 ? [title] : [" · ", title]));
}

function HoursTitle({ hours: { zone, windows, by, days } }: { hours: NonNullable<Tariff["hours"]> }) {
  const t = useTranslations("prices.details");
  const locale = useLocale();
  const named = days && weekdays(days, locale);
  if (named !== undefined && isWholeDay(windows))
    return t(by === "start" ? "daysStart" : "daysEnd", { days: named, zone });
  const shown = windows.map((window) => window.join("–")).join(", ");
  const title = t(by === "start" ? "hoursStart" : "hoursEnd", { windows: shown, zone });
  return named === undefined ? title : `${title} · ${named}`;
}

function SetBy({ price: { setBy, setAt } }: { price: ListedPrice }) {
  const t = useTranslations("prices.details");
  const usage = useTranslations("usage");
  const locale = useLocale();
  const zone = useTimeZone() ?? "UTC";
  if (setAt === null) return null;
  const day = formatMoment(setAt, locale, zone);
  return ` · ${setBy === null ? t("setByCommand", { day }) : t("setBy", { person: setBy || usage("unknownPerson"), day })}`;
}

function Actions({ price, onWithdraw }: PriceDetailsProps) {
  const t = useTranslations("prices.details");
  const [busy, start] = useTransition();
  const { id, vendor, model, editable } = price;
  const ofModel = new URLSearchParams({ vendor, model });
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild size="sm">
        <Link href={`/prices/set?${new URLSearchParams({ from: id })}`}>{t("change")}</Link>
      </Button>
      <Button asChild size="sm">
        <Link href={`/prices/corrections?${ofModel}`}>{t("recalculate")}</Link>
      </Button>
      {editable && (
        <Button size="sm" variant="ghost" busy={busy} onClick={() => start(onWithdraw)}>
          {t("withdraw")}
        </Button>
      )}
    </div>
  );
}
