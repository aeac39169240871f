"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ABILITIES, type Ability } from "./find-models";

/** The words of every row, looked up once. */
export interface RowTexts {
  varies: string;
  connected: string;
  unpriced: string;
  hidden: string;
  unknown: string;
  changed: string;
  compare: (name: string) => string;
  abilities: (abilities: ReadonlySet<Ability>) => string;
}

export function useRowTexts(): RowTexts {
  const t = useTranslations("models");
  return useMemo(() => {
    const abilities = ABILITIES.map((ability) => [ability, t(`ability.${ability}`)] as const);
    return {
      varies: t("varies"),
      connected: t("connected"),
      unpriced: t("unpriced"),
      hidden: t("hidden"),
      unknown: t("unknown"),
      changed: t("changed"),
      compare: (name) => t("compare.choose", { name }),
      abilities: (has) =>
        abilities
          .filter(([ability]) => has.has(ability))
          .map(([, name]) => name)
          .join(", "),
    };
  }, [t]);
}
