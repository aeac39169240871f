import type { ComponentProps } from "react";
import { cn } from "./cn";

interface SliderProps extends Omit<ComponentProps<"input">, "type" | "value" | "onChange"> {
  min: number;
  max: number;
  step: number;
  value: number;
  onValueChange: (value: number) => void;
  /** What the value means, read out instead of the number. */
  valueText: string;
}

/** The browser's own, so that keys, touch and screen readers work as everywhere. */
export function Slider({ onValueChange, valueText, className, ...props }: SliderProps) {
  return (
    <input
      {...props}
      type="range"
      aria-valuetext={valueText}
      onChange={(event) => onValueChange(event.target.valueAsNumber)}
      className={cn("h-6 w-full cursor-pointer accent-accent pointer-coarse:h-10", className)}
    />
  );
}
