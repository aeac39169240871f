"use client";

import { ListFilter, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { newId } from "@/lib/ids";
import type { RoutingView } from "@/lib/routing/routing-view";
import { moved } from "./moved";
import { newRule, type RuleDraft } from "./rule-draft";
import { RuleItem } from "./rule-item";
import { Section } from "./section";
import { useReorder } from "./use-reorder";
import type { SectionProps } from "./use-routing-editor";

interface RulesSectionProps extends SectionProps {
  models: RoutingView["models"];
  groups: RoutingView["groups"];
  /** Past questions that each rule would decide, once that was tried. */
  hits: Readonly<Record<string, number>> | null;
}

const MOST_RULES = 50;

/** Rules are asked in this order; the first that fits decides. */
export function RulesSection({ draft, change, errorOf, models, groups, hits }: RulesSectionProps) {
  const t = useTranslations("router.rules");
  const common = useTranslations("common");
  const [open, setOpen] = useState<string | null>(null);
  const { rules } = draft;
  const nameOf = (rule: RuleDraft | undefined, place: number) =>
    rule?.name || t("unnamed", { place: place + 1 });
  const reorder = useReorder<HTMLOListElement>({
    count: rules.length,
    nameOf: (place) => nameOf(rules[place], place),
    move: (place, by) => change({ rules: moved(rules, place, by) }),
  });

  function add(): void {
    const rule = newRule(newId());
    change({ rules: [...rules, rule] });
    setOpen(rule.id);
  }

  function remove(place: number): void {
    const rule = rules[place];
    if (!rule) return;
    change({ rules: rules.filter(({ id }) => id !== rule.id) });
    toast.undo({
      message: t("removed", { name: nameOf(rule, place) }),
      undoLabel: common("undo"),
      onUndo: () => change((before) => ({ rules: before.rules.toSpliced(place, 0, rule) })),
    });
  }

  const addButton = (
    <Button size="sm" onClick={add} disabled={rules.length >= MOST_RULES}>
      <Plus aria-hidden="true" />
      {t("add")}
    </Button>
  );
  return (
    <Section title={t("title")} hint={t("hint")} action={rules.length > 0 && addButton}>
      {rules.length === 0 ? (
        <div className="flex flex-wrap items-center gap-3 rounded-xl border border-line border-dashed p-4">
          <ListFilter aria-hidden="true" className="size-5 shrink-0 text-muted" />
          <p className="min-w-0 flex-1 basis-56 text-muted text-sm">{t("empty")}</p>
          {addButton}
        </div>
      ) : (
        <ol ref={reorder.frame} aria-label={t("listLabel")} className="flex flex-col gap-2">
          {rules.map((rule, place) => (
            <RuleItem
              key={rule.id}
              rule={rule}
              name={nameOf(rule, place)}
              place={place}
              count={rules.length}
              hits={hits === null ? null : (hits[rule.id] ?? 0)}
              models={models}
              groups={groups}
              isOpen={open === rule.id}
              errorOf={(field) => errorOf(`rules.${rule.id}.${field}`)}
              onToggle={() => setOpen(open === rule.id ? null : rule.id)}
              onMove={(by) => reorder.go(place, by)}
              onKeyDown={(event) => reorder.onKeyDown(event, place)}
              onRemove={() => remove(place)}
              onChange={(part) =>
                change({ rules: rules.map((one) => (one.id === rule.id ? { ...one, ...part } : one)) })
              }
            />
          ))}
        </ol>
      )}
      <VisuallyHidden role="status">{reorder.said}</VisuallyHidden>
    </Section>
  );
}
