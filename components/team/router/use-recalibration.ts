"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import type { VersionedRouting } from "@/lib/routing/read-routing";
import type { ThresholdEffect } from "@/lib/routing/recalibration";
import type { RoutingChange } from "@/lib/routing/routing-input";
import { useAnswered } from "../use-answered";

export interface RecalibrationActions {
  preview: (input: Record<string, never>) => Promise<ActionResult<ThresholdEffect>>;
  apply: (
    seen: Pick<ThresholdEffect, "version" | "to">,
  ) => Promise<ActionResult<{ before: VersionedRouting; after: VersionedRouting }>>;
  save: (change: RoutingChange) => Promise<ActionResult<VersionedRouting>>;
}

/** A threshold from what people did: looked at, then set, then perhaps taken back. */
export function useRecalibration({ preview, apply, save }: RecalibrationActions) {
  const t = useTranslations("router.recalibrate");
  const common = useTranslations("common");
  const [effect, setEffect] = useState<ThresholdEffect | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const answered = useAnswered();

  function fail({ code, message }: ErrorData & { message: string }): void {
    setEffect(null);
    setFailure(code === "conflict" ? t("changed") : message);
  }

  async function undo(before: VersionedRouting, after: VersionedRouting): Promise<void> {
    const result = await answered(
      save({ policy: before.policy, modes: before.modes, version: after.version }),
    );
    if (result.ok) toast.ok(t("undone"));
    else toast.error(result.error.message);
  }

  return {
    ...{ effect, failure, busy },
    look(): void {
      setFailure(null);
      start(async () => {
        const result = await answered(preview({}));
        if (result.ok) setEffect(result.value);
        else fail(result.error);
      });
    },
    apply(): void {
      if (!effect) return;
      const { version, to } = effect;
      start(async () => {
        const result = await answered(apply({ version, to }));
        if (!result.ok) return fail(result.error);
        const { before, after } = result.value;
        setEffect(null);
        toast.undo({
          message: t("done"),
          undoLabel: common("undo"),
          onUndo: () => void undo(before, after),
        });
      });
    },
  };
}
