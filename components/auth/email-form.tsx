"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/http/action";

interface EmailFormProps {
  submitLabel: string;
  /** What is said once it was asked for, whether or not anybody has the address. */
  sent: string;
  /** Where the link in the mail leads, for a mail that has one. */
  callbackUrl: string;
  send: (input: { email: string; callbackUrl: string }) => Promise<ActionResult<unknown>>;
}

interface State {
  email: string;
  sent: boolean;
  error: string | null;
}

/** Asks for a mail to an address. */
export function EmailForm({ submitLabel, sent, callbackUrl, send }: EmailFormProps) {
  const t = useTranslations("links");
  const [state, submit, busy] = useActionState(
    async (_before: State, form: FormData): Promise<State> => {
      const email = String(form.get("email") ?? "");
      const result = await send({ email, callbackUrl });
      return { email, sent: result.ok, error: result.ok ? null : result.error.message };
    },
    { email: "", sent: false, error: null },
  );
  return (
    <form action={submit} className="flex flex-col gap-4">
      {state.sent && (
        <Notice tone="ok" role="alert" title={t("sentTitle")}>
          {sent}
        </Notice>
      )}
      {state.error !== null && (
        <Notice tone="danger" role="alert">
          {state.error}
        </Notice>
      )}
      <Field label={t("email")}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={320}
          defaultValue={state.email}
        />
      </Field>
      <Button type="submit" variant={state.sent ? "secondary" : "primary"} size="lg" busy={busy}>
        {state.sent ? t("again") : submitLabel}
      </Button>
    </form>
  );
}
