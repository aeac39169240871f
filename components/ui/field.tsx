import { Label } from "radix-ui";
import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./cn";

/** What a field hands to its control; Input, Textarea, Select and PasswordInput take all of it. */
interface ControlProps {
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}

interface FieldProps {
  label: ReactNode;
  /** Stands beside the label, for example "optional". */
  aside?: ReactNode;
  hint?: ReactNode;
  /** Says what is wrong and what would be right; announced when it appears. */
  error?: ReactNode;
  /** The one control. */
  children: ReactElement<ControlProps>;
  className?: string;
}

/** Wires a label, a hint and an error to one control. */
export function Field({ label, aside, hint, error, children, className }: FieldProps) {
  const generated = useId();
  const id = children.props.id ?? generated;
  const hasError = error !== undefined && error !== null && error !== false && error !== "";
  const described = [hint !== undefined && `${id}-hint`, hasError && `${id}-error`].filter(
    (name) => name !== false,
  );
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-2">
        <Label.Root htmlFor={id} className="font-medium text-ink text-sm">
          {label}
        </Label.Root>
        {aside !== undefined && <span className="text-muted text-xs">{aside}</span>}
      </div>
      {cloneElement(children, {
        id,
        "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
        "aria-invalid": hasError ? true : undefined,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-xs leading-relaxed">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} role="alert" className="text-danger text-xs leading-relaxed empty:hidden">
        {hasError ? error : null}
      </p>
    </div>
  );
}
