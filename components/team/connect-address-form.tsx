"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import type { Connect } from "./connect-props";
import { ConnectResult } from "./connect-result";
import { useConnect } from "./use-connect";

interface ConnectAddressFormProps {
  connect: Connect;
  /** Whether the person may open the server to private addresses. */
  mayAllowHosts: boolean;
}

const VENDOR = "openai-compatible";

/** Any host that speaks OpenAI's chat completions. */
export function ConnectAddressForm({ connect, mayAllowHosts }: ConnectAddressFormProps) {
  const t = useTranslations("providers.connect");
  const common = useTranslations("common");
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState("");
  const { run, busy, connected, field, message } = useConnect(connect, () => {
    form.current?.reset();
    setName("");
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const text = (key: string) => String(entered.get(key) ?? "").trim();
    run({
      vendor: VENDOR,
      baseUrl: text("baseUrl"),
      ...(text("apiKey") && { apiKey: text("apiKey") }),
      ...(text("name") && { name: text("name") }),
    });
  }

  return (
    <form ref={form} onSubmit={submit} method="post" className="flex flex-col gap-4">
      <Field
        label={t("baseUrl")}
        hint={
          <>
            {t("baseUrlHint")} {mayAllowHosts ? t("privateHintAdmin") : t("privateHint")}
          </>
        }
        error={field === "baseUrl" ? t("baseUrlInvalid") : null}
      >
        <Input name="baseUrl" type="url" inputMode="url" required placeholder="http://localhost:8000/v1" />
      </Field>
      <Field
        label={t("apiKey")}
        aside={common("optional")}
        error={field === "apiKey" ? t("apiKeyInvalid") : null}
      >
        <PasswordInput name="apiKey" autoComplete="off" />
      </Field>
      <Field
        label={t("name")}
        aside={common("optional")}
        hint={t("nameHint", { example: `${name.trim() || VENDOR}/…` })}
        error={field === "name" ? t("nameInvalid") : null}
      >
        <Input
          name="name"
          autoComplete="off"
          maxLength={63}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
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
