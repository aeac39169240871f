"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import { NewPasswordInput } from "./new-password-input";

interface ResetFormProps {
  token: string;
  minPasswordLength: number;
  /** Leaves the page when it succeeds. */
  reset: (input: { token: string; password: string }) => Promise<ActionResult<unknown>>;
}

type State = (ErrorData & { message: string }) | null;

export function ResetForm({ token, minPasswordLength: min, reset }: ResetFormProps) {
  const t = useTranslations("links.reset");
  const [error, submit, busy] = useActionState(async (_before: State, form: FormData): Promise<State> => {
    const result = await reset({ token, password: String(form.get("password") ?? "") });
    return result.ok ? null : result.error;
  }, null);
  const isWeak = error?.code === "weak_password";
  return (
    <form action={submit} className="flex flex-col gap-5">
      {error !== null && !isWeak && (
        <Notice tone="danger" role="alert">
          {error.message}
        </Notice>
      )}
      <Field label={t("password")} hint={t("hint", { min })} error={isWeak ? error.message : null}>
        <NewPasswordInput name="password" required minLength={min} />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
