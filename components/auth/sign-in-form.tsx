"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import type { ActionResult } from "@/lib/http/action";

interface SignInFormProps {
  /** Where to go afterwards. */
  callbackUrl: string;
  /** Leaves the page when it succeeds. */
  signIn: (input: { email: string; password: string; callbackUrl: string }) => Promise<ActionResult<unknown>>;
  /** Said at first: a refusal that came back through the address. */
  initialError: string | null;
}

interface State {
  email: string;
  error: string | null;
}

export function SignInForm({ callbackUrl, signIn, initialError }: SignInFormProps) {
  const t = useTranslations("auth.signIn");
  const [state, submit, busy] = useActionState(
    async (_before: State, form: FormData): Promise<State> => {
      const email = String(form.get("email") ?? "");
      const result = await signIn({ email, password: String(form.get("password") ?? ""), callbackUrl });
      return { email, error: result.ok ? null : result.error.message };
    },
    { email: "", error: initialError },
  );
  return (
    <form action={submit} className="flex flex-col gap-4">
      {state.error !== null && (
        <Notice tone="danger" role="alert">
          {state.error}
        </Notice>
      )}
      <Field label={t("email")}>
        <Input name="email" type="email" autoComplete="username" required defaultValue={state.email} />
      </Field>
      <Field label={t("password")}>
        <PasswordInput name="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
