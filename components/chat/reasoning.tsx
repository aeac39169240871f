"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/lib/format/duration";
import { Markdown } from "./markdown/markdown";
import { useElapsed } from "./use-elapsed";

interface ReasoningProps {
  text: string;
  live: boolean;
  /** Once it is over; not known for an old message of a vendor that did not say. */
  durationMs: number | undefined;
  /** What the person last chose; null while they never chose: open while live, then folded. */
  show: boolean | null;
  onShowChange: (show: boolean) => void;
}

/** The model's reasoning: read along while it comes, folded with its duration afterwards. */
export function Reasoning({ text, live, durationMs, show, onShowChange }: ReasoningProps) {
  const t = useTranslations("chat");
  const id = useId();
  const [own, setOwn] = useState<boolean | null>(null);
  const open = own ?? show ?? live;

  function toggle(): void {
    setOwn(!open);
    onShowChange(!open);
  }

  return (
    <div className="mb-3">
      <button
        type="button"
        onClick={toggle}
        aria-expanded={open}
        aria-controls={id}
        title={open ? t("hideReasoning") : t("showReasoning")}
        className="-ml-1.5 inline-flex min-h-7 items-center gap-1.5 rounded-md px-1.5 text-reasoning text-sm hover:bg-reasoning-soft pointer-coarse:min-h-10"
      >
        <ChevronRight
          aria-hidden="true"
          className={cn("size-4 transition-transform duration-150", open && "rotate-90")}
        />
        <Caption live={live} durationMs={durationMs} />
      </button>
      <div id={id} hidden={!open}>
        {open && <Body text={text} live={live} />}
      </div>
    </div>
  );
}

function Caption({ live, durationMs }: Pick<ReasoningProps, "live" | "durationMs">) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const elapsedMs = useElapsed(live);
  if (live) {
    // Whole seconds: a figure that changes more often draws the eye.
    const wholeMs = Math.floor(elapsedMs / 1000) * 1000;
    return (
      <span className="tabular-nums">
        {wholeMs === 0 ? t("thinking") : t("thinkingFor", { duration: formatDuration(wholeMs, locale) })}
      </span>
    );
  }
  const shownMs = durationMs ?? (elapsedMs > 0 ? elapsedMs : undefined);
  return (
    <span>
      {shownMs === undefined ? t("thought") : t("thoughtFor", { duration: formatDuration(shownMs, locale) })}
    </span>
  );
}

/** While live it keeps to a few lines, so that folding it moves the answer little. */
function Body({ text, live }: { text: string; live: boolean }) {
  const scroller = useRef<HTMLDivElement>(null);
  const length = text.length;
  useEffect(() => {
    if (live && length > 0) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [length, live]);
  return (
    <div
      ref={scroller}
      className={cn(
        "answer-text-small mt-1 border-reasoning/40 border-l-2 pl-3.5",
        live && "max-h-56 overflow-y-auto",
      )}
      {...(live && SCROLLABLE)}
    >
      <Markdown text={text} live={live} />
    </div>
  );
}

/** What scrolls must take focus, or the keyboard cannot scroll it. */
const SCROLLABLE = { tabIndex: 0 };
