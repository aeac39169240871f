"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { isImeKey } from "@/components/ui/is-ime-key";
import { CHOSEN_MODES, type ChosenMode } from "@/lib/router/choice";
import { NameInput } from "../api/name-input";
import type { KeyChoice } from "./key-view";

interface KeyChoiceFieldsProps {
  choice: KeyChoice;
  onChange: (choice: KeyChoice) => void;
  /** Of the models that may be asked. */
  names: readonly string[];
  error: string | null;
}

/** Which models and modes a key may ask, picked or written as patterns. */
export function KeyChoiceFields({ choice, onChange, names, error }: KeyChoiceFieldsProps) {
  const t = useTranslations("keys");
  const modeName = useTranslations("chat");
  const [typed, setTyped] = useState("");
  const models = choice.models ?? [];
  const modes = choice.modes ?? CHOSEN_MODES;

  function add(): void {
    const name = typed.trim();
    if (name === "") return;
    setTyped("");
    if (!models.includes(name)) onChange({ ...choice, models: [...models, name] });
  }

  function remove(name: string): void {
    const left = models.filter((one) => one !== name);
    onChange({ ...choice, models: left.length === 0 ? null : left });
  }

  function setMode(mode: ChosenMode, on: boolean): void {
    const chosen = CHOSEN_MODES.filter((one) => (one === mode ? on : modes.includes(one)));
    onChange({ ...choice, modes: chosen.length === CHOSEN_MODES.length ? null : chosen });
  }

  function onEnter(event: KeyboardEvent): void {
    if (event.key !== "Enter" || isImeKey(event.nativeEvent) || typed.trim() === "") return;
    event.preventDefault();
    add();
  }

  return (
    <>
      <div className="flex flex-col gap-2">
        <div className="flex items-end gap-2">
          <Field label={t("modelsField")} className="min-w-0 flex-1">
            <NameInput
              value={typed}
              names={names.filter((name) => !models.includes(name))}
              placeholder="openai/*"
              onChange={setTyped}
              onKeyDown={onEnter}
              onBlur={add}
            />
          </Field>
          <Button onClick={add}>
            <Plus aria-hidden="true" />
            {t("modelAdd")}
          </Button>
        </div>
        <p className="text-muted text-xs leading-relaxed">{t("modelsHint")}</p>
        <p role="alert" className="text-danger text-xs leading-relaxed empty:hidden">
          {error}
        </p>
        {models.length > 0 && (
          <ul aria-label={t("modelNames")} className="flex flex-wrap gap-1.5">
            {models.map((name) => (
              <li
                key={name}
                className="flex max-w-full items-center rounded-md border border-line bg-surface-sunken pl-2 font-mono text-xs"
              >
                <span className="min-w-0 break-all">{name}</span>
                <IconButton label={t("modelRemove", { name })} onClick={() => remove(name)}>
                  <X />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
      </div>
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-medium text-sm">{t("modesField")}</legend>
        {CHOSEN_MODES.map((mode) => (
          <Checkbox
            key={mode}
            label={modeName(mode)}
            checked={modes.includes(mode)}
            onChange={(on) => setMode(mode, on)}
          />
        ))}
        <p className="text-muted text-xs leading-relaxed">{t("modesHint")}</p>
      </fieldset>
    </>
  );
}
