import type { ComponentProps } from "react";
import { cn } from "./cn";
import { CONTROL_CLASS } from "./input";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...props}
      className={cn(CONTROL_CLASS, "field-sizing-content max-h-48 min-h-20 resize-none py-2", className)}
    />
  );
}
