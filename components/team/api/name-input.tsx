"use client";

import { type ComponentProps, useId } from "react";
import { Input } from "@/components/ui/input";

interface NameInputProps extends Omit<ComponentProps<"input">, "list" | "value" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
  /** What may be typed; other names may be as well. */
  names: readonly string[];
}

/** As much as a list of suggestions holds: what is typed narrows it. */
const MOST_SUGGESTED = 200;

/** A model's name, typed or taken from those that are known. */
export function NameInput({ value, onChange, names, ...props }: NameInputProps) {
  const list = useId();
  const typed = value.trim().toLowerCase();
  const suggested = names.includes(value.trim())
    ? names
    : names.filter((name) => name.toLowerCase().includes(typed));
  return (
    <>
      <Input
        {...props}
        list={list}
        value={value}
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {suggested.slice(0, MOST_SUGGESTED).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
