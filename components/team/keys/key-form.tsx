"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { KEY_SCOPES, type KeyScope } from "@/lib/permissions/key-scopes";
import { useAnswered } from "../use-answered";
import { KeyChoiceFields } from "./key-choice-fields";
import type { KeyActs, KeyChoice } from "./key-view";

interface KeyFormProps {
  create: KeyActs["createKey"];
  /** Of the models that may be asked. */
  names: readonly string[];
  onMade: (made: { key: string }) => void;
}

const FIELDS = ["name", "scopes", "models", "addresses", "expiresAt"] as const;

export function KeyForm({ create, names, onMade }: KeyFormProps) {
  const t = useTranslations("keys");
  const answered = useAnswered();
  const [scopes, setScopes] = useState<readonly KeyScope[]>(KEY_SCOPES);
  const [choice, setChoice] = useState<KeyChoice>({ models: null, modes: null });
  const [failure, setFailure] = useState<{ field: string; message: string } | null>(null);
  const [busy, start] = useTransition();

  function submit(entered: FormData): void {
    const text = (field: string) => String(entered.get(field) ?? "").trim();
    const lines = (field: string) => {
      const found = text(field)
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
      return found.length === 0 ? null : found;
    };
    start(async () => {
      const result = await answered(() =>
        create({
          ...{ name: text("name"), scopes: [...scopes] },
          ...{ ...choice, addresses: lines("addresses") },
          expiresAt: text("expiresAt") || null,
        }),
      );
      if (result.ok) return onMade(result.value);
      const { params, message } = result.error;
      const [field = ""] = String(params.field ?? "").split(".");
      setFailure({ field, message });
    });
  }

  const known = FIELDS.find((field) => field === failure?.field);
  const errorOf = (field: (typeof FIELDS)[number]) => (known === field ? t(`problem.${field}`) : null);
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <Field label={t("name")} hint={t("nameHint")} error={errorOf("name")}>
        <Input name="name" autoComplete="off" maxLength={80} placeholder={t("namePlaceholder")} autoFocus />
      </Field>
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-medium text-sm">{t("scopes")}</legend>
        {KEY_SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`scope.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(checked) =>
              setScopes(KEY_SCOPES.filter((one) => (one === scope ? checked : scopes.includes(one))))
            }
          />
        ))}
        <p role="alert" className="text-danger text-xs leading-relaxed empty:hidden">
          {errorOf("scopes")}
        </p>
      </fieldset>
      <KeyChoiceFields choice={choice} names={names} onChange={setChoice} error={errorOf("models")} />
      <Field label={t("addressesField")} hint={t("addressesHint")} error={errorOf("addresses")}>
        <Textarea name="addresses" rows={2} spellCheck={false} placeholder="10.0.0.0/8" />
      </Field>
      <Field label={t("expiresField")} hint={t("expiresHint")} error={errorOf("expiresAt")}>
        <Input name="expiresAt" type="date" />
      </Field>
      {failure !== null && known === undefined && (
        <Notice tone="danger" role="alert">
          {failure.message}
        </Notice>
      )}
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        {t("create")}
      </Button>
    </form>
  );
}
