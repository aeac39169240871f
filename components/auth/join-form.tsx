"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import type { JoinAsNew } from "@/lib/invitations/join-as-new";
import { NewPasswordInput } from "./new-password-input";

interface JoinFormProps {
  token: string;
  /** Whom the invitation is for alone. */
  email: string | null;
  minPasswordLength: number;
  /** Leaves the page when it succeeds. */
  join: (input: JoinAsNew) => Promise<ActionResult<unknown>>;
}

interface State {
  entered: Pick<JoinAsNew, "name" | "email">;
  error: (ErrorData & { message: string }) | null;
}

/** An account for whoever holds an invitation. */
export function JoinForm({ token, email, minPasswordLength: min, join }: JoinFormProps) {
  const t = useTranslations("people.invite");
  const [{ entered, error }, submit, busy] = useActionState(
    async (_before: State, form: FormData): Promise<State> => {
      const text = (name: string) => String(form.get(name) ?? "");
      const given = { name: text("name"), email: email ?? text("email") };
      const result = await join({ ...given, token, password: text("password") });
      return { entered: given, error: result.ok ? null : result.error };
    },
    { entered: { name: "", email: email ?? "" }, error: null },
  );
  const field =
    error && (error.code === "invalid_input" || error.code === "conflict") ? error.params.field : "";
  const emailError = error?.code === "conflict" ? t("emailTaken") : t("emailInvalid");
  const isElsewhere = error !== null && field !== "email" && field !== "password";
  return (
    <form action={submit} className="flex flex-col gap-5">
      <h2 className="font-medium">{t("newTitle")}</h2>
      {isElsewhere && (
        <Notice tone="danger" role="alert">
          {error.message}
        </Notice>
      )}
      <Field label={t("name")}>
        <Input name="name" autoComplete="name" required maxLength={100} defaultValue={entered.name} />
      </Field>
      <Field
        label={t("email")}
        {...(email !== null && { hint: t("emailFixed") })}
        error={field === "email" ? emailError : null}
      >
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          readOnly={email !== null}
          defaultValue={entered.email}
        />
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
