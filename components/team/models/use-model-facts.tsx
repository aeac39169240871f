"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CatalogueRow } from "@/lib/catalogue/list-catalogue";
import { formatShortAmount } from "@/lib/format/amount";
import { formatDuration } from "@/lib/format/duration";
import { formatTokens } from "@/lib/format/tokens";
import type { Figures } from "./figures";

export interface Fact {
  label: string;
  value: ReactNode;
}

/** What is known of a model, line by line, as its panel and a comparison show it. */
export function useModelFacts(): (row: CatalogueRow, figures: Figures | null) => Fact[] {
  const t = useTranslations("models");
  const chat = useTranslations("chat");
  const locale = useLocale();
  const unknown = <span className="text-muted">{t("notKnown")}</span>;
  const tokens = (count: number | undefined) =>
    count === undefined ? unknown : t("tokens", { count: formatTokens(count, locale) });
  const flag = (value: boolean | undefined) => (value === undefined ? unknown : t(value ? "yes" : "no"));

  function price(row: CatalogueRow, per: "input" | "output"): ReactNode {
    if (row.price === null) return <span className="text-warn">{t("unpriced")}</span>;
    const amount = formatShortAmount(row.price[per], row.price.currency, locale);
    return row.price.varies ? `${amount} + (${t("varies")})` : amount;
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

  return (row, figures) => {
    const { entry } = row;
    const measured = figures && figures.calls > 0 ? figures : null;
    const asked = (value: ReactNode) =>
      measured === null ? (
        <span className="text-muted">–</span>
      ) : (
        (value ?? <span className="text-muted">–</span>)
      );
    return [
      { label: t("facts.input"), value: price(row, "input") },
      { label: t("facts.output"), value: price(row, "output") },
      { label: t("facts.context"), value: tokens(entry?.contextLength) },
      { label: t("facts.outputLimit"), value: tokens(entry?.outputLimit) },
      { label: t("facts.modes"), value: row.modes.map((mode) => chat(mode)).join(" · ") },
      { label: t("facts.thinking"), value: thinking(row) },
      { label: t("facts.inputs"), value: media(entry?.inputs) },
      { label: t("facts.tools"), value: flag(entry?.tools) },
      { label: t("facts.structuredOutput"), value: flag(entry?.structuredOutput) },
      { label: t("facts.cutoff"), value: entry?.knowledgeCutoff ?? unknown },
      ...(entry?.deprecatedOn === undefined
        ? []
        : [{ label: t("facts.deprecated"), value: entry.deprecatedOn }]),
      { label: t("facts.connection"), value: t(row.connected ? "connected" : "elsewhere") },
      {
        label: t("measured.ttft"),
        value: asked(measured?.ttftMs == null ? null : formatDuration(measured.ttftMs, locale)),
      },
      {
        label: t("measured.speed"),
        value: asked(
          measured?.tokensPerSecond == null
            ? null
            : t("measured.speedValue", { count: measured.tokensPerSecond }),
        ),
      },
      {
        label: t("measured.success"),
        value: asked(
          measured &&
            t("measured.successValue", { share: measured.complete / measured.calls, calls: measured.calls }),
        ),
      },
    ];
  };
}
