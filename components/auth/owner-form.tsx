"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import type { Claim } from "@/lib/setup/claim-instance";
import { NewPasswordInput } from "./new-password-input";

interface OwnerFormProps {
  token: string;
  minPasswordLength: number;
  /** Leaves the page when it succeeds. */
  claim: (input: Claim) => Promise<ActionResult<unknown>>;
}

interface State {
  entered: Pick<Claim, "name" | "email" | "teamName">;
  error: (ErrorData & { message: string }) | null;
}

const NOTHING: State = { entered: { name: "", email: "", teamName: "" }, error: null };

export function OwnerForm({ token, minPasswordLength: min, claim }: OwnerFormProps) {
  const t = useTranslations("setup.owner");
  const [{ entered, error }, submit, busy] = useActionState(async (_before: State, form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "");
    const given = { name: text("name"), email: text("email"), teamName: text("teamName") };
    const result = await claim({ ...given, token, password: text("password") });
    return { entered: given, error: result.ok ? null : result.error };
  }, NOTHING);
  const field =
    error && (error.code === "invalid_input" || error.code === "conflict" || error.code === "weak_password")
      ? error.params.field
      : "";
  const emailError = error?.code === "conflict" ? t("emailTaken") : t("emailInvalid");
  const passwordError = error?.code === "weak_password" ? error.message : t("passwordShort", { min });
  const isElsewhere = error !== null && field !== "email" && field !== "password";
  return (
    <form action={submit} className="flex flex-col gap-5">
      {isElsewhere && (
        <Notice tone="danger" role="alert">
          {error.message}
        </Notice>
      )}
      <Field label={t("name")}>
        <Input name="name" autoComplete="name" required maxLength={100} defaultValue={entered.name} />
      </Field>
      <Field label={t("email")} hint={t("emailHint")} error={field === "email" ? emailError : null}>
        <Input name="email" type="email" autoComplete="username" required defaultValue={entered.email} />
      </Field>
      <Field
        label={t("password")}
        hint={t("passwordHint", { min })}
        error={field === "password" ? passwordError : null}
      >
        <NewPasswordInput name="password" required minLength={min} />
      </Field>
      <Field label={t("teamName")}>
        <Input
          name="teamName"
          autoComplete="organization"
          required
          maxLength={80}
          defaultValue={entered.teamName}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
