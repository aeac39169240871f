"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/lib/format/amount";
import { formatTokens } from "@/lib/format/tokens";
import { errorValues } from "@/lib/i18n/error-values";
import type { UsageEntry } from "@/lib/usage/usage-row";
import { ReportedNote } from "./reported-note";

/** The arithmetic of one call, to the last digit, and how sure it is. */
export function UsageDetails({ entry }: { entry: UsageEntry }) {
  const t = useTranslations("usage");
  const tError = useTranslations("errors");
  const locale = useLocale();
  const { status, estimateMethod, errorCode, rateVersion, id, vendor, model } = entry;
  const error = { code: errorCode ?? ("internal" as const), params: { vendor, model } };
  return (
    // Stays in sight while the table scrolls sideways.
    <div className="sticky left-3 flex w-[min(44rem,calc(100vw-4rem))] flex-col gap-2 text-sm">
      {entry.corrects === null ? (
        <p>{t(`status.${status}`, { method: estimateMethod ?? "" })}</p>
      ) : (
        <Correction entry={entry} />
      )}
      {errorCode !== null && <p className="text-danger">{tError(errorCode, errorValues(error, locale))}</p>}
      {entry.corrects === null && <Arithmetic entry={entry} />}
      <Corrected entry={entry} />
      {entry.reported !== null && <ReportedNote reported={entry.reported} exact className="text-muted" />}
      <p className="text-muted text-xs">
        {rateVersion !== null && <>{t("priceUsed", { version: rateVersion })} · </>}
        {t("callId")} <code className="break-all font-mono">{id}</code>
      </p>
    </div>
  );
}

function Correction({ entry }: { entry: UsageEntry }) {
  const t = useTranslations("usage");
  return (
    <>
      <p>{t("correctionBy", { person: entry.userName ?? t("unknownPerson"), reason: entry.reason ?? "" })}</p>
      <p>
        <Link href={`/usage?call=${entry.corrects}`} className="underline underline-offset-2">
          {t("toCorrectedCall")}
        </Link>
      </p>
    </>
  );
}

function Corrected({ entry: { corrected } }: { entry: UsageEntry }) {
  const t = useTranslations("usage");
  const locale = useLocale();
  if (corrected === null) return null;
  const amounts = corrected.map(({ cost, currency }) => formatAmount(cost, currency, locale).exact);
  return <p>{t("correctedExplained", { amount: amounts.join(" + ") })}</p>;
}

function Arithmetic({ entry: { lines, cost, currency } }: { entry: UsageEntry }) {
  const t = useTranslations("usage");
  const locale = useLocale();
  if (cost === null || currency === null) return null;
  if (lines.length === 0) return <p className="text-muted">{t("nothingUsed")}</p>;
  const exact = (amount: string) => formatAmount(amount, currency, locale).exact;
  return (
    <table className="self-start text-sm tabular-nums">
      <caption className="sr-only">{t("arithmetic")}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.bucket} ${line.perMillion}`}>
            <th scope="row" className="py-0.5 pr-4 text-left font-normal">
              {t(`bucket.${line.bucket}`)}
              {line.billedAs !== line.bucket && (
                <span className="text-muted">
                  {" "}
                  ({t("billedAs", { bucket: t(`bucket.${line.billedAs}`) })})
                </span>
              )}
            </th>
            <td className="py-0.5 pr-4 text-right sm:whitespace-nowrap">
              {formatTokens(line.units, locale)} × {exact(line.perMillion)}{" "}
              <span className="text-muted">{t("perMillion")}</span>
            </td>
            <td className="py-0.5 text-right sm:whitespace-nowrap">= {exact(line.cost)}</td>
          </tr>
        ))}
        <tr className="border-line border-t font-medium">
          <th scope="row" colSpan={2} className="py-1 pr-4 text-left">
            {t("sum")}
          </th>
          <td className="py-1 text-right sm:whitespace-nowrap">= {exact(cost)}</td>
        </tr>
      </tbody>
    </table>
  );
}
