import type { ComponentProps } from "react";
import { cn } from "./cn";
import { CONTROL_CLASS } from "./input";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea rows={4} {...props} className={cn(CONTROL_CLASS, "py-2 leading-relaxed", className)} />;
}
