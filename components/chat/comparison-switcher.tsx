"use client";

import { CircleAlert, CircleCheck, CircleStop } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { WyeMessage } from "@/lib/chat/message";
import { ModeDot } from "./mode-dot";

interface ComparisonSwitcherProps {
  columns: readonly { message: WyeMessage; name: string }[];
  /** Which one is seen. */
  at: number;
  onSwitch: (at: number) => void;
}

/** Of more than these a phone has no room for the names beside what else there is to say. */
const IN_ONE_LINE = 3;

/** Where answers stand one behind the other: which there are, how far each is, and the way to it. */
export function ComparisonSwitcher({ columns, at, onSwitch }: ComparisonSwitcherProps) {
  const t = useTranslations("chat.compare");
  const isMany = columns.length > IN_ONE_LINE;
  return (
    <fieldset
      aria-label={t("switcher")}
      className="sticky top-0 z-10 mb-2 flex min-w-0 gap-1 rounded-xl border border-line bg-surface-sunken p-1"
    >
      {columns.map(({ message, name }, place) => {
        const state = stateOf(message);
        return (
          <button
            key={message.id}
            type="button"
            aria-pressed={place === at}
            onClick={() => onSwitch(place)}
            className={cn(
              "inline-flex min-h-10 min-w-0 flex-1 items-center justify-center gap-1.5 rounded-lg px-1.5 text-xs",
              isMany && "flex-wrap content-center gap-y-0.5 px-1 py-1",
              place === at ? "bg-surface-raised font-medium text-ink shadow-raised" : "text-muted",
            )}
          >
            <ModeDot mode={message.metadata?.mode ?? null} />
            <span className="sr-only">{`${t("by", { at: place + 1, count: columns.length, name })}, ${t(state)}`}</span>
            <span
              aria-hidden="true"
              className={cn("min-w-0 truncate", isMany && "order-last basis-full text-center")}
            >
              {shortName(name)}
            </span>
            <State state={state} />
          </button>
        );
      })}
    </fieldset>
  );
}

type State = "waiting" | "writing" | "done" | "failed" | "stopped";

function stateOf({ metadata, parts }: WyeMessage): State {
  if (metadata?.status === "streaming") return parts.length > 0 ? "writing" : "waiting";
  if (metadata?.status === "complete") return "done";
  return metadata?.status === "stopped" ? "stopped" : "failed";
}

/** The mode alone, or the model. */
const shortName = (name: string): string => name.split(" · ")[0] ?? name;

function State({ state }: { state: State }) {
  const className = "size-3.5 shrink-0";
  if (state === "waiting" || state === "writing") return <Spinner className={className} />;
  if (state === "done") return <CircleCheck aria-hidden="true" className={cn(className, "text-ok")} />;
  if (state === "stopped") return <CircleStop aria-hidden="true" className={className} />;
  return <CircleAlert aria-hidden="true" className={cn(className, "text-danger")} />;
}
