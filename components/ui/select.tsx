"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { CONTROL_CLASS } from "./input";
import { styleNonce } from "./style-nonce";

export interface SelectOption {
  value: string;
  label: ReactNode;
  disabled?: boolean;
}

interface SelectProps {
  options: readonly SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  required?: boolean;
  className?: string;
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}

export function Select({ options, placeholder, className, id, ...props }: SelectProps) {
  const { "aria-label": label, "aria-describedby": described, "aria-invalid": invalid, ...root } = props;
  return (
    <Radix.Root {...root}>
      <Radix.Trigger
        id={id}
        aria-label={label}
        aria-describedby={described}
        aria-invalid={invalid}
        className={cn(
          CONTROL_CLASS,
          "flex h-9 items-center justify-between gap-2 text-left data-placeholder:text-muted pointer-coarse:h-11",
          className,
        )}
      >
        <span className="truncate">
          {/* By itself it is empty until the page hydrates. */}
          <Radix.Value placeholder={placeholder}>
            {options.find(({ value }) => value === props.value)?.label}
          </Radix.Value>
        </span>
        <Radix.Icon asChild>
          <ChevronDown className="size-4 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-rise overflow-hidden rounded-lg border border-line bg-surface-raised text-ink shadow-raised"
        >
          <Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled === true}
                className="flex min-h-8 select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-surface-hover pointer-coarse:min-h-11"
              >
                <span className="flex size-4 items-center justify-center">
                  <Radix.ItemIndicator>
                    <Check className="size-4" />
                  </Radix.ItemIndicator>
                </span>
                <Radix.ItemText>{option.label}</Radix.ItemText>
              </Radix.Item>
            ))}
          </Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Of its own, so that it asks for the nonce when the list opens: while the page hydrates there is none. */
function Viewport({ children }: { children: ReactNode }) {
  return (
    <Radix.Viewport nonce={styleNonce()} className="p-1">
      {children}
    </Radix.Viewport>
  );
}
