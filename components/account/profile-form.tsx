"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";

interface ProfileFormProps {
  name: string;
  /** Null for somebody whose provider gives none. */
  email: string | null;
  maxLength: number;
  save: (input: { name: string }) => Promise<ActionResult<void>>;
}

export function ProfileForm({ name, email, maxLength, save }: ProfileFormProps) {
  const [t, common] = [useTranslations("account.profile"), useTranslations("common")];
  const answered = useAnswered();
  const router = useRouter();
  const [typed, setTyped] = useState(name);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  function submit(): void {
    start(async () => {
      const result = await answered(save({ name: typed }));
      setFailure(result.ok ? null : result.error.message);
      if (!result.ok) return;
      toast.ok(common("saved"));
      // The name stands in the frame of the page too, which the answer does not renew.
      router.refresh();
    });
  }

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4 rounded-xl border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("name")} error={failure}>
          <Input
            autoComplete="name"
            maxLength={maxLength}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Field label={t("email")} hint={t(email === null ? "noEmailHint" : "emailHint")}>
          <Input value={email ?? "–"} readOnly autoComplete="off" />
        </Field>
      </div>
      <Button type="submit" className="self-start" busy={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
