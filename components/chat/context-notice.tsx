"use client";

import { Gauge, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { cn } from "@/components/ui/cn";
import { Popover } from "@/components/ui/popover";
import { contextFill } from "@/lib/chat/context-fill";
import type { ContextUse } from "@/lib/chat/context-use";
import type { Picker } from "@/lib/chat/picker";
import { approxTokens } from "@/lib/completion/approx-tokens";
import type { Choice } from "@/lib/router/choice";
import { chosen } from "./chosen";
import { ContextBreakdown } from "./context-breakdown";
import type { RoomActions } from "./room-actions";
import { RoomWays } from "./room-ways";
import { roomierModels } from "./roomier-models";
import { whenOver } from "./when-over";

interface ContextNoticeProps extends RoomActions {
  use: ContextUse;
  choice: Choice;
  picker: Picker;
  /** What is in the composer. */
  typed: string;
  onChoose: (choice: Choice) => void;
}

/** Above the composer, once a chat comes near what its model can read: how full it is, what fills it, what will happen
 *  by the team's policy, and what can be done. It never keeps anybody from sending. */
export function ContextNotice({ use, choice, picker, typed, onChoose, ...room }: ContextNoticeProps) {
  const t = useTranslations("chat.context");
  const locale = useLocale();
  // A long text is counted after the key that was pressed has been shown.
  const text = useDeferredValue(typed);
  const typedTokens = useMemo(() => approxTokens(text.trim()), [text]);
  const now = chosen(choice, picker);
  const model = now.kind === "mode" ? (now.entry?.model ?? null) : now.model;
  const fill = contextFill(use, model, typedTokens);
  if (model === null || fill === null || fill.level === "calm") return null;
  const over = fill.level === "over";
  const outcome = over ? whenOver(choice, picker, room.compact !== null) : null;
  const refused = outcome === "refused";
  const Icon = refused ? TriangleAlert : Gauge;
  const values = { percent: formatShare(fill.share, locale), model: model.displayName };
  return (
    <section
      aria-label={t("label")}
      className={cn(
        "mx-2 animate-fade rounded-t-xl border border-b-0 px-3 pt-2 pb-1.5 text-sm",
        refused ? "border-warn/30 bg-warn-soft" : "border-line bg-surface-sunken",
      )}
    >
      <div className="flex items-start gap-2">
        <Icon
          aria-hidden="true"
          className={cn("mt-0.5 size-4 shrink-0", refused ? "text-warn" : "text-muted")}
        />
        <p className="min-w-0 flex-1 text-pretty tabular-nums">
          {t(outcome === null ? "near" : `over.${outcome}`, values)}{" "}
          <Popover
            side="top"
            align="end"
            label={t("breakdown")}
            className="w-96 max-w-[calc(100vw-1rem)]"
            trigger={
              <button type="button" className="whitespace-nowrap rounded-sm underline underline-offset-2">
                {t("breakdown")}
              </button>
            }
          >
            <ContextBreakdown use={use} fill={fill} modelName={model.displayName} />
          </Popover>
        </p>
      </div>
      {/* Announced once a level is reached, not at every figure. */}
      <p role="status" className="sr-only">
        {t(over ? "overStatus" : "nearStatus")}
      </p>
      <div className={cn("mt-1 flex flex-wrap gap-1.5", !refused && "-ml-1.5")}>
        <RoomWays
          {...room}
          urgent={refused}
          models={roomierModels(picker, model, use, typedTokens)}
          onChoose={({ name }) => onChoose({ kind: "model", model: name })}
        />
      </div>
    </section>
  );
}

/** 100 % only where it is full: what is over is never rounded down to it, nor what is under up. */
function formatShare(share: number, locale: string): string {
  const rounded = share > 1 ? Math.max(1.01, share) : Math.min(0.99, share);
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(rounded);
}
