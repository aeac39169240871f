import { type ReactNode, useId } from "react";
import { cn } from "./cn";

interface ChoiceGroupProps<Value extends string> {
  label: ReactNode;
  hint?: ReactNode;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}

/** One of a few, all in sight; the arrow keys walk between them. */
export function ChoiceGroup<Value extends string>({
  label,
  hint,
  options,
  value,
  onChange,
  className,
}: ChoiceGroupProps<Value>) {
  const id = useId();
  return (
    <fieldset
      className={cn("flex min-w-0 flex-col gap-1.5", className)}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <legend className="mb-1.5 font-medium text-ink text-sm">{label}</legend>
      <div className="flex flex-wrap gap-1 rounded-lg border border-line bg-surface-sunken p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex min-h-8 flex-1 cursor-pointer items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 text-center text-muted text-sm transition-colors duration-120 hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-checked:bg-surface-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-raised pointer-coarse:min-h-10"
          >
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              // As large as its label: what is pressed, and what is scrolled to, is the choice itself.
              className="absolute inset-0 cursor-pointer appearance-none rounded-md outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-xs leading-relaxed">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
