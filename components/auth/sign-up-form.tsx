"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { SignUp } from "@/lib/auth/sign-up";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import { NewPasswordInput } from "./new-password-input";

interface SignUpFormProps {
  minPasswordLength: number;
  /** Leaves the page when it succeeds. */
  signUp: (input: SignUp) => Promise<ActionResult<unknown>>;
}

interface State {
  entered: Pick<SignUp, "name" | "email">;
  error: (ErrorData & { message: string }) | null;
}

const NOTHING: State = { entered: { name: "", email: "" }, error: null };

export function SignUpForm({ minPasswordLength: min, signUp }: SignUpFormProps) {
  const t = useTranslations("admin.signUp");
  const [{ entered, error }, submit, busy] = useActionState(async (_before: State, form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "");
    const given = { name: text("name"), email: text("email") };
    const result = await signUp({ ...given, password: text("password") });
    return { entered: given, error: result.ok ? null : result.error };
  }, NOTHING);
  const field =
    error && (error.code === "invalid_input" || error.code === "conflict") ? error.params.field : "";
  return (
    <form action={submit} className="flex flex-col gap-5">
      {error !== null && field !== "email" && field !== "password" && (
        <Notice tone="danger" role="alert">
          {error.message}
        </Notice>
      )}
      <Field label={t("name")}>
        <Input name="name" autoComplete="name" required maxLength={100} defaultValue={entered.name} />
      </Field>
      <Field
        label={t("email")}
        error={field === "email" ? t(error?.code === "conflict" ? "emailTaken" : "emailInvalid") : null}
      >
        <Input name="email" type="email" autoComplete="username" required defaultValue={entered.email} />
      </Field>
      <Field
        label={t("password")}
        hint={t("passwordHint", { min })}
        error={field === "password" ? t("passwordShort", { min }) : null}
      >
        <NewPasswordInput name="password" required minLength={min} />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
