"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatTokens } from "@/lib/format/tokens";
import type { RoutingView } from "@/lib/routing/routing-view";
import type { RuleDraft } from "./rule-draft";

const LONGEST = 60;

interface RuleSummaryProps extends Pick<RoutingView, "models" | "groups"> {
  rule: RuleDraft;
}

/** A rule as a sentence. */
export function RuleSummary({ rule, models, groups }: RuleSummaryProps) {
  const t = useTranslations("router.rules");
  const tMode = useTranslations("router.mode");
  const tEffort = useTranslations("chat.settings.efforts");
  const format = useFormatter();
  const locale = useLocale();
  const tokens = Number(rule.longerThan.replaceAll(/\D/g, ""));
  const pattern = rule.matches.length > LONGEST ? `${rule.matches.slice(0, LONGEST)}…` : rule.matches;
  const group = groups.find(({ id }) => id === rule.groupId);
  const when = [
    ...(rule.images ? [t("says.images")] : []),
    ...(rule.attachments ? [t("says.attachments")] : []),
    ...(tokens > 0 ? [t("says.longerThan", { tokens: formatTokens(tokens, locale) })] : []),
    ...(pattern === "" ? [] : [t("says.matches", { pattern })]),
    ...(rule.groupId === null
      ? []
      : [group === undefined ? t("says.groupGone") : t("says.group", { group: group.name })]),
  ];
  const model = models.find(({ name }) => name === rule.model)?.displayName ?? rule.model;
  const consequence = [
    ...(rule.mode === "" ? [] : [tMode(rule.mode)]),
    ...(model === "" ? [] : [model]),
    ...(rule.effort === "" ? [] : [t("says.effort", { effort: tEffort(rule.effort) })]),
  ];
  return (
    <span className="text-pretty text-muted text-sm leading-relaxed [overflow-wrap:anywhere]">
      {t("sentence", {
        when: when.length === 0 ? "…" : format.list(when),
        consequence: consequence.length === 0 ? "…" : format.list(consequence, { type: "unit" }),
      })}
    </span>
  );
}
