"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import type { Confirmation } from "@/lib/auth/confirmation";
import type { ActionResult } from "@/lib/http/action";

interface EraseFormProps {
  /** What they confirm it with. */
  by: Confirmation;
  name: string;
  /** Leaves the page when it succeeds. */
  erase: (input: { confirmation: string }) => Promise<ActionResult<unknown>>;
}

/** There is no undo for this, so that it is confirmed, with what is the person's own. */
export function EraseForm({ by, name, erase }: EraseFormProps) {
  const [t, common] = [useTranslations("account.erase"), useTranslations("common")];
  const answered = useAnswered();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  function submit(): void {
    start(async () => {
      const result = await answered(erase({ confirmation: typed }));
      if (!result.ok) {
        setFailure(result.error.code === "wrong_credentials" ? t("wrong") : result.error.message);
      }
    });
  }

  const typing = {
    value: typed,
    autoFocus: true,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
  };
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4 rounded-xl border border-danger/30 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ul className="flex max-w-measure list-disc flex-col gap-2 pl-5 text-sm leading-relaxed">
        <li>{t("goes")}</li>
        <li>{t("stays")}</li>
      </ul>
      {open ? (
        <>
          <Field label={t(by, { name })} error={failure} className="sm:max-w-80">
            {by === "password" ? (
              <PasswordInput {...typing} autoComplete="current-password" />
            ) : (
              <Input {...typing} type={by === "email" ? "email" : "text"} autoComplete="off" />
            )}
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="danger" busy={busy} disabled={typed === ""}>
              {t("confirm")}
            </Button>
            <Button
              onClick={() => {
                setOpen(false);
                setTyped("");
                setFailure(null);
              }}
            >
              {common("cancel")}
            </Button>
          </div>
        </>
      ) : (
        <Button variant="danger" className="self-start" onClick={() => setOpen(true)}>
          {t("start")}
        </Button>
      )}
    </form>
  );
}
