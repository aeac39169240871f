"use client";

import { useTranslations } from "next-intl";
import type { ListedHealth, ListedKey } from "./listed-provider";

/** What real traffic tells of a key. */
export function KeyHealth({ name, health }: Pick<ListedKey, "name" | "health">) {
  const t = useTranslations("providers.keys.health");
  if (health.length === 0) return <p className="text-muted text-xs">{t("unused")}</p>;
  return (
    <table aria-label={t("label", { key: name })} className="w-full text-xs tabular-nums sm:table-fixed">
      <thead className="text-muted">
        <tr>
          <th scope="col" className="py-1 pr-2 text-left font-normal">
            <span className="sr-only">{t("period")}</span>
          </th>
          {(["calls", "succeeded", "ttft", "duration"] as const).map((column) => (
            <th key={column} scope="col" className="py-1 pl-2 text-right font-normal">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {health.map((row) => (
          <tr key={row.period}>
            <th scope="row" className="py-1 pr-2 text-left font-normal text-muted">
              {row.period}
            </th>
            <td className="py-1 pl-2 text-right">{row.calls}</td>
            <td className="py-1 pl-2 text-right">{row.succeeded}</td>
            <Times times={row.ttft} />
            <Times times={row.duration} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The median, and the slowest twentieth below it. */
function Times({ times }: { times: ListedHealth["ttft"] }) {
  const t = useTranslations("providers.keys.health");
  return (
    <td className="py-1 pl-2 text-right">
      {times === null ? (
        "–"
      ) : (
        <>
          <span aria-hidden="true">
            {times.p50} <span className="whitespace-nowrap text-muted">/ {times.p95}</span>
          </span>
          <span className="sr-only">{t("typical", { p50: times.p50, p95: times.p95 })}</span>
        </>
      )}
    </td>
  );
}
