import type { ReactNode, Ref } from "react";
import { cn } from "@/components/ui/cn";

interface ConversationFrameProps {
  children: ReactNode;
  composer: ReactNode;
  /** Floats above the composer. */
  overlay?: ReactNode;
  scrollRef?: Ref<HTMLDivElement>;
  contentRef?: Ref<HTMLDivElement>;
  /** Nothing has scrolled yet: what is longer than the frame is seen from its end. */
  atEnd?: boolean;
}

/** One column of conversation that scrolls, and the composer under it. */
export function ConversationFrame({
  children,
  composer,
  overlay,
  scrollRef,
  contentRef,
  atEnd = false,
}: ConversationFrameProps) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="@container relative min-h-0 flex-1">
        <div
          ref={scrollRef}
          className={cn(
            // `relative` keeps what is only for screen readers within what scrolls.
            "relative h-full overflow-y-auto overscroll-contain [scrollbar-gutter:stable_both-edges]",
            atEnd && "flex flex-col-reverse *:mb-auto *:shrink-0",
          )}
        >
          <div
            ref={contentRef}
            className="mx-auto w-full max-w-[calc(var(--measure)+3rem)] px-4 pt-6 pb-8 sm:px-6"
          >
            {children}
          </div>
        </div>
        {overlay}
      </div>
      <div className="mx-auto w-full max-w-[calc(var(--measure)+3rem)] shrink-0 px-2 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6">
        {composer}
      </div>
    </div>
  );
}
