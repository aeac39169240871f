"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import type { VersionedRouting } from "@/lib/routing/read-routing";
import type { RoutingChange, TeamRouting } from "@/lib/routing/routing-input";
import type { RoutingView } from "@/lib/routing/routing-view";
import { useAnswered } from "../use-answered";
import { fromDraft, type RoutingDraft, toDraft } from "./routing-draft";
import { type ShownProblem, shown, toShown } from "./shown-problem";
import { useKeptDraft } from "./use-kept-draft";
import { type TryRouting, useTrial } from "./use-trial";

export interface RoutingActions {
  save: (change: RoutingChange) => Promise<ActionResult<VersionedRouting>>;
  tryOut: TryRouting;
  load: (input: Record<string, never>) => Promise<ActionResult<VersionedRouting>>;
}

export type ChangeDraft = (
  part: Partial<RoutingDraft> | ((before: RoutingDraft) => Partial<RoutingDraft>),
) => void;

/** What each part of the form is given. */
export interface SectionProps {
  draft: RoutingDraft;
  change: ChangeDraft;
  /** What is wrong at a place, in words. */
  errorOf: (place: string) => string | null;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A policy on its way: changed, tried on past questions, saved. What is saved is what was tried, to the letter. */
export function useRoutingEditor(view: RoutingView, { save, tryOut, load }: RoutingActions) {
  const t = useTranslations("router");
  const common = useTranslations("common");
  const usual = view.currencies[0] ?? "USD";
  const [standing, setStanding] = useState<VersionedRouting>(view.routing);
  const [draft, setDraft] = useState<RoutingDraft>(() => toDraft(view.routing, usual));
  const [problems, setProblems] = useState<ReadonlyMap<string, ShownProblem>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const [isOutdated, setOutdated] = useState(false);
  const [saving, start] = useTransition();
  const answered = useAnswered();
  const isDirty = !isSame(draft, toDraft(standing, usual));
  const trial = useTrial(tryOut, refuse);
  useKeptDraft({ version: standing.version, draft, isDirty, restore: setDraft });

  function forget(): void {
    trial.forget();
    setProblems(new Map());
    setFailure(null);
  }

  function refuse(error: ErrorData & { message: string }): void {
    const { field = "" } = error.params;
    const problem = toShown(error.params);
    if (error.code === "conflict") setOutdated(true);
    else if (problem && field !== "") setProblems(new Map([[String(field), problem]]));
    else setFailure(error.message);
  }

  function wanted(): TeamRouting | null {
    const read = fromDraft(draft);
    if (!("problems" in read)) return read;
    setProblems(new Map([...read.problems].map(([place, kind]) => [place, shown(kind)])));
    return null;
  }

  const change: ChangeDraft = (part) => {
    setDraft((before) => ({ ...before, ...(typeof part === "function" ? part(before) : part) }));
    forget();
  };

  function put(next: RoutingChange, onDone: (saved: VersionedRouting) => void): void {
    start(async () => {
      const result = await answered(save(next));
      if (result.ok) onDone(result.value);
      else refuse(result.error);
    });
  }

  return {
    ...{ draft, change, problems, failure, isDirty, isOutdated, saving, trial },
    errorOf: (place: string): string | null => {
      const problem = problems.get(place);
      return problem ? t(`problem.${problem.kind}`, problem.values) : null;
    },
    tryNow(): void {
      forget();
      const asked = wanted();
      if (asked) trial.run(asked);
    },
    discard(): void {
      const left = draft;
      setDraft(toDraft(standing, usual));
      forget();
      toast.undo({ message: t("save.discarded"), undoLabel: common("undo"), onUndo: () => setDraft(left) });
    },
    save(): void {
      if (!trial.wanted) return;
      const before = standing;
      put({ ...trial.wanted, version: standing.version }, (saved) => {
        toast.undo({
          message: t("save.saved"),
          undoLabel: common("undo"),
          onUndo: () => void undo({ policy: before.policy, modes: before.modes, version: saved.version }),
        });
      });
    },
    /** After somebody else changed it: to what they said, or on from there with what was typed. */
    catchUp(keepMine: boolean): void {
      start(async () => {
        const result = await answered(load({}));
        if (!result.ok) return setFailure(result.error.message);
        setStanding(result.value);
        if (!keepMine) setDraft(toDraft(result.value, usual));
        setOutdated(false);
        forget();
      });
    },
  };

  async function undo(back: RoutingChange): Promise<void> {
    const result = await answered(save(back));
    if (result.ok) toast.ok(t("save.undone"));
    else toast.error(result.error.message);
  }
}
