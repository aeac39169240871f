import type { ComponentProps } from "react";
import { cn } from "./cn";

/** 16 px on touch screens: below that iOS zooms the page on focus. */
export const CONTROL_CLASS =
  "w-full rounded-md border border-line-strong bg-surface-raised px-3 text-ink text-sm pointer-coarse:text-base transition-colors duration-120 hover:border-muted disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input {...props} className={cn(CONTROL_CLASS, "h-9 pointer-coarse:h-11", className)} />;
}
