"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { KeyActs } from "./key-acts";
import { ApiKeyField, WeightField } from "./key-fields";
import { KeyForm } from "./key-form";

interface AddKeyProps {
  providerId: string;
  name: string;
  addKey: KeyActs["addKey"];
}

/** One more key for a provider. */
export function AddKey({ providerId, name, addKey }: AddKeyProps) {
  const t = useTranslations("providers.keys");
  const connect = useTranslations("providers.connect");
  const [open, setOpen] = useState(false);
  const returnsFocus = useRef(false);

  function close(saved: boolean): void {
    returnsFocus.current = true;
    setOpen(false);
    if (saved) toast.ok(t("added", { name }));
  }

  /** The button is there again only once the form is gone. */
  function focusAfterForm(button: HTMLButtonElement | null): void {
    if (!button || !returnsFocus.current) return;
    returnsFocus.current = false;
    button.focus();
  }

  if (!open) {
    return (
      <Button
        ref={focusAfterForm}
        size="sm"
        variant="ghost"
        className="-ml-2.5 self-start"
        aria-label={`${t("add")}: ${name}`}
        onClick={() => setOpen(true)}
      >
        <Plus aria-hidden="true" />
        {t("add")}
      </Button>
    );
  }
  return (
    <KeyForm
      submitLabel={t("add")}
      busyText={t("trying")}
      onClose={close}
      submit={(entered) =>
        addKey({
          providerId,
          apiKey: entered("apiKey"),
          weight: Number(entered("weight")),
          ...(entered("baseUrl") && { baseUrl: entered("baseUrl") }),
        })
      }
    >
      {(refused) => (
        <>
          <ApiKeyField refused={refused} label={connect("apiKey")} hint={t("addHint")} />
          <WeightField refused={refused} value={1} />
          <details className="text-sm" open={refused === "baseUrl"}>
            <summary className="w-fit text-muted hover:text-ink">{t("ownAddress")}</summary>
            <div className="pt-3">
              <Field
                label={connect("baseUrl")}
                error={refused === "baseUrl" ? connect("baseUrlInvalid") : null}
              >
                <Input name="baseUrl" type="url" inputMode="url" placeholder="https://" />
              </Field>
            </div>
          </details>
        </>
      )}
    </KeyForm>
  );
}
