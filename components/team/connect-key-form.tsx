"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { Select } from "@/components/ui/select";
import type { VendorOption } from "@/lib/providers/vendor-option";
import { clearInputs } from "./clear-inputs";
import { ConnectName, ConnectScope, ReplacesNotice } from "./connect-place";
import type { Connect } from "./connect-props";
import { ConnectResult } from "./connect-result";
import { useConnect } from "./use-connect";
import { type ConnectedName, useConnectPlace } from "./use-connect-place";

interface ConnectKeyFormProps {
  vendors: readonly VendorOption[];
  /** The vendor that is chosen at first. */
  first?: string | null;
  /** What is there already. */
  connected: readonly ConnectedName[];
  connect: Connect;
  isServerAdmin: boolean;
}

/** Its address is no OpenAI-compatible one. */
const AZURE = "azure";

export function ConnectKeyForm({ vendors, first = null, connect, ...props }: ConnectKeyFormProps) {
  const t = useTranslations("providers.connect");
  const common = useTranslations("common");
  const form = useRef<HTMLFormElement>(null);
  const [vendorId, setVendorId] = useState(first ?? vendors[0]?.id ?? "");
  const vendor = vendors.find(({ id }) => id === vendorId);
  const place = useConnectPlace(vendorId, props.connected);
  const { run, busy, connected, field, message } = useConnect(connect, () => {
    clearInputs(form.current);
    place.setName("");
  });
  const needsAddress = vendor?.hasOwnAddress === false;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const apiKey = String(entered.get("apiKey") ?? "").trim();
    const baseUrl = String(entered.get("baseUrl") ?? "").trim();
    run({ vendor: vendorId, ...place.input, ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }) });
  }

  const address = (
    <Field
      label={t("baseUrl")}
      hint={t(vendorId === AZURE ? "azureHint" : "baseUrlHint")}
      error={field === "baseUrl" ? t("baseUrlInvalid") : null}
      {...(!needsAddress && { aside: common("optional") })}
    >
      <Input
        name="baseUrl"
        type="url"
        inputMode="url"
        required={needsAddress}
        placeholder={vendorId === AZURE ? "https://your-resource.openai.azure.com" : "https://"}
      />
    </Field>
  );

  return (
    <form ref={form} onSubmit={submit} method="post" className="flex flex-col gap-4">
      <Field label={t("vendor")}>
        <Select
          options={vendors.map(({ id, name }) => ({ value: id, label: name }))}
          value={vendorId}
          onValueChange={setVendorId}
        />
      </Field>
      <Field
        label={t("apiKey")}
        hint={t("apiKeyHint")}
        error={field === "apiKey" ? t("apiKeyInvalid") : null}
        {...(vendor?.key !== "required" && { aside: common("optional") })}
      >
        <PasswordInput name="apiKey" autoComplete="off" required={vendor?.key === "required"} />
      </Field>
      {needsAddress && address}
      <ConnectScope place={place} isServerAdmin={props.isServerAdmin} />
      <details className="text-sm" open={field === "name" || field === "baseUrl" || undefined}>
        <summary className="w-fit text-muted hover:text-ink">
          {t(needsAddress ? "otherName" : "otherBaseUrl")}
        </summary>
        <div className="flex flex-col gap-4 pt-3">
          {!needsAddress && address}
          <ConnectName place={place} isRefused={field === "name"} />
        </div>
      </details>
      <ReplacesNotice place={place} />
      <ConnectResult connected={connected} failure={message} />
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        {t("submit")}
      </Button>
      <p role="status" className="text-muted text-sm empty:hidden">
        {busy ? t("trying") : null}
      </p>
    </form>
  );
}
