"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CataloguePrice, CatalogueRow } from "@/lib/catalogue/list-catalogue";
import { formatShortAmount } from "@/lib/format/amount";
import { formatDuration } from "@/lib/format/duration";
import { formatPartialDay } from "@/lib/format/partial-day";
import { formatTokens } from "@/lib/format/tokens";
import type { Figures } from "./figures";

interface Fact {
  label: string;
  value: ReactNode;
}

export interface FactGroup {
  title: string;
  facts: Fact[];
}

type PriceOf = Exclude<keyof CataloguePrice, "currency" | "varies">;
const PRICES = ["input", "output", "cacheRead", "cacheWrite", "cacheWrite1h"] as const satisfies PriceOf[];

/** What is known of a model, group by group and line by line, as its panel and a comparison show it: the same groups and
 *  lines of every model. */
export function useModelFacts(): (row: CatalogueRow, figures: Figures | null) => FactGroup[] {
  const t = useTranslations("models");
  const chat = useTranslations("chat");
  const locale = useLocale();
  const unknown = <span className="text-muted">{t("notKnown")}</span>;
  const tokens = (count: number | undefined) =>
    count === undefined ? unknown : t("tokens", { count: formatTokens(count, locale) });
  const flag = (value: boolean | undefined) => (value === undefined ? unknown : t(value ? "yes" : "no"));
  const day = (text: string | undefined) => (text === undefined ? unknown : formatPartialDay(text, locale));

  function price({ price: of }: CatalogueRow, per: PriceOf): ReactNode {
    if (of === null || of[per] === null) return <span className="text-warn">{t("unpriced")}</span>;
    const amount = of[per];
    if (amount === undefined) return <span className="text-muted">{t("asInput")}</span>;
    const short = formatShortAmount(amount, of.currency, locale);
    return of.varies ? t("varying", { amount: short }) : short;
  }

  function media(kinds: readonly ("text" | "image" | "audio" | "video" | "file")[] | undefined): ReactNode {
    if (!kinds || kinds.length === 0) return unknown;
    return new Intl.ListFormat(locale).format(kinds.map((kind) => t(`media.${kind}`)));
  }

  function thinking({ entry }: CatalogueRow): ReactNode {
    if (entry?.reasoning === undefined) return unknown;
    const how = t(`thinking.${entry.reasoning}`);
    if (entry.reasoning === "none" || entry.reasoningShown === undefined) return how;
    return t(entry.reasoningShown ? "thinking.shown" : "thinking.hiddenThoughts", { how });
  }

  const abilities = (row: CatalogueRow): Fact[] => {
    const { entry, efforts = [] } = row;
    return [
      ...(entry?.sameAs === undefined ? [] : [{ label: t("facts.sameAs"), value: entry.sameAs }]),
      { label: t("facts.context"), value: tokens(entry?.contextLength) },
      { label: t("facts.outputLimit"), value: tokens(entry?.outputLimit) },
      { label: t("facts.modes"), value: row.modes.map((mode) => chat(mode)).join(" · ") },
      { label: t("facts.thinking"), value: thinking(row) },
      {
        label: t("facts.efforts"),
        value:
          entry === null ? (
            unknown
          ) : efforts.length === 0 ? (
            <span className="text-muted">{t("noEfforts")}</span>
          ) : (
            efforts.map((effort) => chat(`settings.efforts.${effort}`)).join(" · ")
          ),
      },
      { label: t("facts.inputs"), value: media(entry?.inputs) },
      { label: t("facts.outputs"), value: media(entry?.outputs) },
      { label: t("facts.tools"), value: flag(entry?.tools) },
      { label: t("facts.structuredOutput"), value: flag(entry?.structuredOutput) },
      { label: t("facts.cutoff"), value: day(entry?.knowledgeCutoff) },
      { label: t("facts.deprecated"), value: day(entry?.deprecatedOn) },
      { label: t("facts.connection"), value: t(row.connected ? "connected" : "elsewhere") },
    ];
  };

  function measured(figures: Figures | null): Fact[] {
    const none = <span className="text-muted">–</span>;
    const { calls = 0, complete = 0, ttftMs = null, tokensPerSecond = null } = figures ?? {};
    return [
      { label: t("measured.ttft"), value: ttftMs === null ? none : formatDuration(ttftMs, locale) },
      {
        label: t("measured.speed"),
        value: tokensPerSecond === null ? none : t("measured.speedValue", { count: tokensPerSecond }),
      },
      {
        label: t("measured.success"),
        value: calls === 0 ? none : t("measured.successValue", { share: complete / calls, calls }),
      },
    ];
  }

  return (row, figures) => [
    {
      title: t("factGroup.prices"),
      facts: PRICES.map((per) => ({ label: t(`facts.${per}`), value: price(row, per) })),
    },
    { title: t("factGroup.abilities"), facts: abilities(row) },
    { title: t("factGroup.measured"), facts: measured(figures) },
  ];
}
