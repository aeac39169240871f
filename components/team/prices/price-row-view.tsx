"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import { formatShortAmount } from "@/lib/format/amount";
import { vendorName } from "@/lib/i18n/vendor-names";
import type { ListedPrice } from "@/lib/prices/find-prices";
import { formatMoment } from "./format-moment";
import { PriceDetails } from "./price-details";

interface PriceRowViewProps {
  price: ListedPrice;
  showState: boolean;
  columnCount: number;
  onWithdraw: () => Promise<void>;
}

const STATE_TONE: Record<ListedPrice["state"], BadgeTone> = {
  current: "ok",
  overridden: "neutral",
  future: "warn",
  past: "neutral",
};

export function PriceRowView({ price, showState, columnCount, onWithdraw }: PriceRowViewProps) {
  const t = useTranslations("prices");
  const usage = useTranslations("usage");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const { terms, origin, scope, state } = price;
  const { input, output, cacheRead } = terms.perMillion;
  return (
    <>
      <TableRow>
        <TableCell className="sticky left-0 z-10 bg-surface">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            onClick={() => setOpen(!open)}
            className="flex w-full items-start gap-1 rounded-sm text-left max-sm:w-36"
          >
            <ChevronRight
              aria-hidden="true"
              className={`mt-0.5 size-4 shrink-0 text-muted transition-transform ${open ? "rotate-90" : ""}`}
            />
            <span className="min-w-0">
              <span className="block break-words [overflow-wrap:anywhere]">{price.model}</span>
              <span className="block text-muted text-xs">{vendorName(price.vendor, locale)}</span>
              <span className="sr-only">{t(open ? "list.hide" : "list.show")}</span>
            </span>
          </button>
          <Says price={price} />
        </TableCell>
        <Amount price={input} currency={terms.currency} />
        <Amount price={output} currency={terms.currency} />
        <Amount price={cacheRead} currency={terms.currency} />
        <TableCell className="whitespace-nowrap">
          <Validity price={price} />
        </TableCell>
        <TableCell className="whitespace-nowrap">
          {t(`origin.${origin}`)}
          {origin !== "shipped" && (
            <span className="block text-muted text-xs">
              {t(`scope.${scope}`)}
              {price.setBy !== null && ` · ${price.setBy || usage("unknownPerson")}`}
            </span>
          )}
          {showState && (
            <Badge tone={STATE_TONE[state]} className="mt-1">
              {t(`state.${state}`)}
            </Badge>
          )}
        </TableCell>
      </TableRow>
      {open && (
        <TableRow id={detailsId}>
          <TableCell colSpan={columnCount} className="bg-surface-sunken">
            <PriceDetails price={price} onWithdraw={onWithdraw} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

function Amount({ price, currency }: { price: string | undefined; currency: string }) {
  const locale = useLocale();
  return (
    <TableCell numeric className={price === undefined ? "text-muted" : undefined}>
      {price === undefined ? "–" : formatShortAmount(price, currency, locale)}
    </TableCell>
  );
}

function Validity({ price: { validFrom, validTo } }: { price: ListedPrice }) {
  const t = useTranslations("prices.list");
  const locale = useLocale();
  const zone = useTimeZone() ?? "UTC";
  const from = formatMoment(validFrom, locale, zone);
  return validTo === null
    ? t("sincePlain", { from })
    : t("range", { from, to: formatMoment(validTo, locale, zone) });
}

/** What a price says beyond an amount for each kind of token. */
function Says({ price: { terms, credentialId, key } }: { price: ListedPrice }) {
  const t = useTranslations("prices.says");
  const tariffs = terms.tariffs ?? [];
  const says = [
    ...((terms.tiers ?? []).length > 0 ? (["tiers"] as const) : []),
    ...(tariffs.some(({ hours }) => hours) ? (["hours"] as const) : []),
    ...(tariffs.some(({ serviceTier }) => serviceTier) ? (["serviceTiers"] as const) : []),
    ...(terms.minimum === undefined ? [] : (["minimum"] as const)),
    ...(credentialId === null ? [] : (["oneKey"] as const)),
  ];
  if (says.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-1 pl-5 max-sm:w-36">
      {says.map((name) => (
        <Badge key={name}>
          {name === "oneKey" && key?.last4 ? t("namedKey", { last4: key.last4 }) : t(name)}
        </Badge>
      ))}
    </span>
  );
}
