import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

interface SliderProps extends Omit<ComponentProps<"input">, "type" | "value" | "onChange"> {
  min: number;
  max: number;
  step: number;
  value: number;
  onValueChange: (value: number) => void;
  /** What the value means, read out instead of the number. */
  valueText: string;
  /** What stands under either end. */
  ends?: readonly [ReactNode, ReactNode];
}

/** The browser's own, so that keys, touch and screen readers work as everywhere. */
export function Slider({ onValueChange, valueText, ends, className, ...props }: SliderProps) {
  return (
    <div className={cn("flex flex-col", className)}>
      <input
        {...props}
        type="range"
        aria-valuetext={valueText}
        onChange={(event) => onValueChange(event.target.valueAsNumber)}
        className="h-6 w-full cursor-pointer accent-accent pointer-coarse:h-10"
      />
      {ends && (
        <div aria-hidden="true" className="flex justify-between text-muted text-xs">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}
