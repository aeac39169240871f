"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { NewPasswordInput } from "@/components/auth/new-password-input";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";

interface PasswordFormProps {
  min: number;
  save: (input: { before: string; password: string }) => Promise<ActionResult<void>>;
}

export function PasswordForm({ min, save }: PasswordFormProps) {
  const t = useTranslations("account.password");
  const answered = useAnswered();
  const [failure, setFailure] = useState<{ before?: string; after?: string }>({});
  const [times, setTimes] = useState(0);
  const [busy, start] = useTransition();

  function submit(form: FormData): void {
    const [before, password] = [String(form.get("before") ?? ""), String(form.get("password") ?? "")];
    if (password.length < min) {
      setFailure({ after: t("short", { min }) });
      return;
    }
    start(async () => {
      const result = await answered(save({ before, password }));
      if (result.ok) {
        setFailure({});
        setTimes(times + 1);
        toast.ok(t("saved"));
      } else if (result.error.code === "wrong_credentials") setFailure({ before: t("wrong") });
      else setFailure({ after: result.error.message });
    });
  }

  return (
    <form
      key={times}
      method="post"
      noValidate
      className="flex flex-col gap-4 rounded-xl border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("before")} error={failure.before}>
          <PasswordInput name="before" autoComplete="current-password" />
        </Field>
        <Field label={t("after")} hint={t("hint", { min })} error={failure.after}>
          <NewPasswordInput name="password" minLength={min} />
        </Field>
      </div>
      <Button type="submit" className="self-start" busy={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
