import type { ReactNode } from "react";
import { cn } from "./cn";

interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  className?: string;
}

export function Checkbox({ label, checked, onChange, className }: CheckboxProps) {
  return (
    <label
      className={cn(
        "inline-flex min-h-6 w-fit cursor-pointer items-center gap-2 text-sm pointer-coarse:min-h-10",
        className,
      )}
    >
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 accent-accent"
      />
      {label}
    </label>
  );
}
