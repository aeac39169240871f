"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { Select } from "@/components/ui/select";
import { clearInputs } from "./clear-inputs";
import { ConnectName, ConnectScope, ReplacesNotice } from "./connect-place";
import type { Connect } from "./connect-props";
import { ConnectResult } from "./connect-result";
import { useConnect } from "./use-connect";
import { type ConnectedName, useConnectPlace } from "./use-connect-place";

interface ConnectAddressFormProps {
  vendorNames: Readonly<Record<string, string>>;
  /** What is there already. */
  connected: readonly ConnectedName[];
  connect: Connect;
  /** May open the server to private addresses. */
  isServerAdmin: boolean;
}

/** What an address may lead to, with what one looks like. */
const PLACEHOLDERS = {
  "openai-compatible": "http://localhost:8000/v1",
  ollama: "http://192.168.1.20:11434",
  lmstudio: "http://192.168.1.20:1234",
} as const;
type Kind = keyof typeof PLACEHOLDERS;
const KINDS = Object.keys(PLACEHOLDERS) as Kind[];

/** Any host that speaks OpenAI's chat completions. */
export function ConnectAddressForm({
  vendorNames,
  connect,
  isServerAdmin,
  ...props
}: ConnectAddressFormProps) {
  const t = useTranslations("providers.connect");
  const common = useTranslations("common");
  const form = useRef<HTMLFormElement>(null);
  const [vendor, setVendor] = useState<Kind>("openai-compatible");
  const place = useConnectPlace(vendor, props.connected);
  const { run, busy, connected, field, message } = useConnect(connect, () => {
    clearInputs(form.current);
    place.setName("");
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const text = (key: string) => String(entered.get(key) ?? "").trim();
    const apiKey = text("apiKey");
    run({ vendor, ...place.input, baseUrl: text("baseUrl"), ...(apiKey && { apiKey }) });
  }

  return (
    <form ref={form} onSubmit={submit} method="post" className="flex flex-col gap-4">
      <Field label={t("kind")}>
        <Select
          options={KINDS.map((value) => ({ value, label: vendorNames[value] ?? value }))}
          value={vendor}
          onValueChange={(value) => setVendor(KINDS.find((kind) => kind === value) ?? "openai-compatible")}
        />
      </Field>
      <Field
        label={t("baseUrl")}
        hint={
          <>
            {t(vendor === "openai-compatible" ? "baseUrlHint" : "serverHint")}{" "}
            {isServerAdmin ? t("privateHintAdmin") : t("privateHint")}
          </>
        }
        error={field === "baseUrl" ? t("baseUrlInvalid") : null}
      >
        <Input name="baseUrl" type="url" inputMode="url" required placeholder={PLACEHOLDERS[vendor]} />
      </Field>
      <Field
        label={t("apiKey")}
        aside={common("optional")}
        error={field === "apiKey" ? t("apiKeyInvalid") : null}
      >
        <PasswordInput name="apiKey" autoComplete="off" />
      </Field>
      <ConnectName place={place} isRefused={field === "name"} />
      <ConnectScope place={place} isServerAdmin={isServerAdmin} />
      <ReplacesNotice place={place} />
      <ConnectResult connected={connected} failure={message} />
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        {t("submit")}
      </Button>
      <p role="status" className="text-muted text-sm empty:hidden">
        {busy ? t("tryingAddress") : null}
      </p>
    </form>
  );
}
