"use client";

import { ChevronDown, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { RoutingView } from "@/lib/routing/routing-view";
import { MoveButtons } from "./move-buttons";
import type { RuleDraft } from "./rule-draft";
import { RuleForm } from "./rule-form";
import { RuleSummary } from "./rule-summary";

const FIELDS = ["when", "then", "matches", "longerThan", "groupId", "model"] as const;

interface RuleItemProps {
  rule: RuleDraft;
  name: string;
  place: number;
  count: number;
  hits: number | null;
  models: RoutingView["models"];
  groups: RoutingView["groups"];
  isOpen: boolean;
  errorOf: (field: (typeof FIELDS)[number]) => string | null;
  onToggle: () => void;
  onMove: (by: -1 | 1) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onRemove: () => void;
  onChange: (part: Partial<RuleDraft>) => void;
}

/** A rule in a sentence, and opened, as a form. What is wrong opens it. */
export function RuleItem(props: RuleItemProps) {
  const { rule, name, place, count, hits, models, groups, errorOf, onChange } = props;
  const t = useTranslations("router.rules");
  const id = useId();
  const isOpen = props.isOpen || FIELDS.some((field) => errorOf(field) !== null);
  return (
    <li onKeyDown={props.onKeyDown} className="rounded-xl border border-line bg-surface-raised">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1 p-3">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={props.onToggle}
          className="flex min-h-8 min-w-0 flex-1 basis-40 items-start gap-2 rounded-md text-left"
        >
          <ChevronDown
            aria-hidden="true"
            className={cn(
              "mt-1 size-4 shrink-0 text-muted transition-transform duration-120",
              isOpen && "rotate-180",
            )}
          />
          <span className={cn("flex min-w-0 flex-1 flex-col", !rule.enabled && "text-muted")}>
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium text-sm [overflow-wrap:anywhere]">{name}</span>
              {!rule.enabled && <Badge>{t("off")}</Badge>}
              {hits !== null && rule.enabled && (
                <Badge tone={hits === 0 ? "warn" : "neutral"}>{t("hits", { count: hits })}</Badge>
              )}
            </span>
            <RuleSummary rule={rule} models={models} groups={groups} />
          </span>
        </button>
        <span className="ml-auto flex shrink-0">
          <MoveButtons name={name} place={place} count={count} onMove={props.onMove} />
          <IconButton label={t("remove", { name })} onClick={props.onRemove}>
            <Trash2 />
          </IconButton>
        </span>
      </div>
      <div id={id} hidden={!isOpen} className="border-line border-t p-4">
        {isOpen && (
          <RuleForm rule={rule} models={models} groups={groups} errorOf={errorOf} onChange={onChange} />
        )}
      </div>
    </li>
  );
}
