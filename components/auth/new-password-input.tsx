"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { PasswordInput } from "@/components/ui/password-input";
import { passwordStrength, type Strength } from "./password-strength";

const BARS: Record<Strength, { filled: number; colour: string }> = {
  short: { filled: 1, colour: "bg-danger" },
  weak: { filled: 1, colour: "bg-warn" },
  fair: { filled: 2, colour: "bg-warn" },
  strong: { filled: 3, colour: "bg-ok" },
};

/** A password input that says how good the password is while it is typed. */
export function NewPasswordInput({
  minLength,
  ...props
}: Omit<ComponentProps<typeof PasswordInput>, "minLength"> & { minLength: number }) {
  const t = useTranslations("setup.owner");
  const [password, setPassword] = useState("");
  const strength = passwordStrength(password, minLength);
  return (
    <div className="flex flex-col gap-1.5">
      <PasswordInput
        {...props}
        minLength={minLength}
        autoComplete="new-password"
        onChange={(event) => setPassword(event.target.value)}
      />
      <div aria-live="polite" className={password === "" ? "hidden" : "flex items-center gap-2"}>
        <span aria-hidden="true" className="flex gap-1">
          {[1, 2, 3].map((bar) => (
            <span
              key={bar}
              className={`h-1 w-8 rounded-full ${bar <= BARS[strength].filled ? BARS[strength].colour : "bg-surface-active"}`}
            />
          ))}
        </span>
        <span className="text-muted text-xs">{t("strength", { strength: t(`strengths.${strength}`) })}</span>
      </div>
    </div>
  );
}
