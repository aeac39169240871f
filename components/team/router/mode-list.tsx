"use client";

import { Plus, RotateCcw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ModeDot } from "@/components/chat/mode-dot";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Mode } from "@/lib/router/choice";
import type { RoutableModel } from "@/lib/routing/routing-view";
import { ModelCombobox } from "./model-combobox";
import { ModelPrice } from "./model-price";
import { MoveButtons } from "./move-buttons";
import { moved } from "./moved";
import { useReorder } from "./use-reorder";
import type { WhyNot } from "./why-not";

interface ModeListProps {
  mode: Mode;
  /** Null: as Wye has it. */
  list: readonly string[] | null;
  defaults: readonly string[];
  models: readonly RoutableModel[];
  /** Who answers under what is saved; undefined where that is being changed. */
  answering: string | null | undefined;
  whyNot: WhyNot;
  error: string | null;
  onChange: (list: string[] | null) => void;
}

/** The models of a mode, in the order in which they are asked. */
export function ModeList({
  mode,
  list,
  defaults,
  models,
  answering,
  whyNot,
  error,
  onChange,
}: ModeListProps) {
  const t = useTranslations("router.modes");
  const tMode = useTranslations("router.mode");
  const common = useTranslations("common");
  const names = list ?? defaults;
  const byName = new Map(models.map((model) => [model.name, model]));
  const titleOf = (name: string) => byName.get(name)?.displayName ?? name;
  const reorder = useReorder<HTMLOListElement>({
    count: names.length,
    nameOf: (place) => titleOf(names[place] ?? ""),
    move: (place, by) => onChange(moved(names, place, by)),
  });

  function changeWithUndo(next: string[] | null, message: string): void {
    const before = list && [...list];
    onChange(next);
    toast.undo({ message, undoLabel: common("undo"), onUndo: () => onChange(before) });
  }

  function remove(name: string): void {
    const left = names.filter((one) => one !== name);
    changeWithUndo(left.length > 0 ? left : null, t("removed", { name: titleOf(name) }));
  }

  return (
    <div className="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-surface-raised p-4">
      <div className="flex min-h-8 items-center gap-2">
        <ModeDot mode={mode} />
        <h3 className={mode === "knowledge" ? "font-medium text-knowledge" : "font-medium text-reasoning"}>
          {tMode(mode)}
        </h3>
        {list === null && <Badge>{t("default")}</Badge>}
      </div>
      {names.length === 0 ? (
        <p className="text-muted text-sm">{t("empty")}</p>
      ) : (
        <ol ref={reorder.frame} aria-label={t("listLabel", { mode: tMode(mode) })} className="flex flex-col">
          {names.map((name, place) => {
            const model = byName.get(name);
            const problem = model ? whyNot(model) : "away";
            return (
              <li
                key={name}
                onKeyDown={(event) => reorder.onKeyDown(event, place)}
                className="flex items-center gap-2 border-line border-t py-1.5 first:border-t-0"
              >
                <span aria-hidden="true" className="w-5 shrink-0 text-right text-muted text-xs tabular-nums">
                  {place + 1}
                </span>
                <span className="flex min-w-0 flex-1 flex-col">
                  <span className="text-sm [overflow-wrap:anywhere]" title={name}>
                    {titleOf(name)}
                  </span>
                  <span className="flex flex-wrap items-center gap-x-2">
                    {model && <ModelPrice model={model} />}
                    {problem !== null && <Badge tone="warn">{t(`whyNot.${problem}`)}</Badge>}
                    {answering === name && <Badge tone={mode}>{t("answers")}</Badge>}
                  </span>
                </span>
                <span className="flex shrink-0">
                  <MoveButtons
                    name={titleOf(name)}
                    place={place}
                    count={names.length}
                    onMove={(by) => reorder.go(place, by)}
                  />
                  <IconButton label={t("remove", { name: titleOf(name) })} onClick={() => remove(name)}>
                    <X />
                  </IconButton>
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <VisuallyHidden role="status">{reorder.said}</VisuallyHidden>
      {error !== null && (
        <p role="alert" className="text-danger text-xs leading-relaxed">
          {error}
        </p>
      )}
      {answering === null && <p className="text-warn text-xs leading-relaxed">{t("nobody")}</p>}
      {answering && !names.includes(answering) && (
        <p className="text-muted text-xs leading-relaxed">
          {t("answersUnlisted", { model: titleOf(answering) })}
        </p>
      )}
      <div className="mt-auto flex flex-wrap gap-2">
        <ModelCombobox
          models={models.filter(({ name }) => !names.includes(name))}
          label={t("addTo", { mode: tMode(mode) })}
          onChoose={(name) => onChange([...names, name])}
          trigger={
            <Button size="sm" aria-label={t("addTo", { mode: tMode(mode) })}>
              <Plus aria-hidden="true" />
              {t("add")}
            </Button>
          }
        />
        {list !== null && (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => changeWithUndo(null, t("backDone", { mode: tMode(mode) }))}
          >
            <RotateCcw aria-hidden="true" />
            {t("back")}
          </Button>
        )}
      </div>
    </div>
  );
}
