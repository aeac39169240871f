"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { formatDay } from "@/lib/format/date-time";
import { endOfService } from "./end-of-service";
import { ABILITIES, type Ability } from "./find-models";

/** The words of every row, looked up once. */
export interface RowTexts {
  varies: string;
  connected: string;
  unpriced: string;
  hidden: string;
  unknown: string;
  changed: string;
  /** That a model is served no longer, or until when; null where there is nothing to say yet. */
  end: (deprecatedOn: string | undefined) => string | null;
  compare: (name: string) => string;
  abilities: (abilities: ReadonlySet<Ability>) => string;
}

/** @param today as `2026-12-31` */
export function useRowTexts(today: string): RowTexts {
  const t = useTranslations("models");
  const locale = useLocale();
  return useMemo(() => {
    const abilities = ABILITIES.map((ability) => [ability, t(`ability.${ability}`)] as const);
    return {
      varies: t("varies"),
      connected: t("connected"),
      unpriced: t("unpriced"),
      hidden: t("hidden"),
      unknown: t("unknown"),
      changed: t("changed"),
      end: (deprecatedOn) => {
        const end = endOfService(deprecatedOn, today);
        if (end === null || deprecatedOn === undefined) return null;
        if (end === "over") return t("ended");
        return t("endsOn", { day: formatDay(deprecatedOn, locale) });
      },
      compare: (name) => t("compare.choose", { name }),
      abilities: (has) =>
        abilities
          .filter(([ability]) => has.has(ability))
          .map(([, name]) => name)
          .join(", "),
    };
  }, [t, locale, today]);
}
