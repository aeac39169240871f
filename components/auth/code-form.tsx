"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/http/action";

interface CodeFormProps {
  /** Where to go afterwards. */
  callbackUrl: string;
  /** Leaves the page when it succeeds. */
  signIn: (input: { code: string; callbackUrl: string }) => Promise<ActionResult<unknown>>;
}

/** Takes a code of the app or a recovery code. */
export function CodeForm({ callbackUrl, signIn }: CodeFormProps) {
  const t = useTranslations("factor.signIn");
  const [error, submit, busy] = useActionState(async (_before: string | null, form: FormData) => {
    const result = await signIn({ code: String(form.get("code") ?? ""), callbackUrl });
    return result.ok ? null : result.error.message;
  }, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      <Field label={t("code")} error={error}>
        <Input
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
          required
          autoFocus
          className="font-mono tracking-widest"
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
