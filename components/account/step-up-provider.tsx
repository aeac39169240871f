"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useCallback, useMemo, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import type { ActionResult } from "@/lib/http/action";
import { StepUpContext } from "./step-up-context";

interface StepUpProviderProps {
  prove: (input: { given: string }) => Promise<ActionResult<void>>;
  ready: () => Promise<ActionResult<undefined>>;
  signOut: () => Promise<ActionResult<unknown>>;
  children: ReactNode;
}

interface Asked {
  way: string;
  answer: (shown: boolean) => void;
}

/** Asks again who somebody is, where Wye wants to know it before what they asked for, and lets that go on. */
export function StepUpProvider({ prove, ready, signOut, children }: StepUpProviderProps) {
  const t = useTranslations("factor.stepUp");
  const common = useTranslations("common");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  const ask = useCallback(
    (way: string) =>
      new Promise<boolean>((answer) => {
        setFailure(null);
        setAsked((before) => {
          before?.answer(false);
          return { way, answer };
        });
      }),
    [],
  );

  const stepUp = useMemo(() => ({ ask, ready }), [ask, ready]);

  function end(shown: boolean): void {
    asked?.answer(shown);
    setAsked(null);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    // What stands around the dialog in React is no form of its.
    event.stopPropagation();
    const given = String(new FormData(event.currentTarget).get("given") ?? "");
    start(async () => {
      const result = await prove({ given }).catch(() => null);
      if (result?.ok) end(true);
      else if (result?.error.code === "wrong_credentials") setFailure(t("wrongPassword"));
      else setFailure(result?.error.message ?? common("noAnswer"));
    });
  }

  const way = asked?.way ?? "password";
  return (
    <StepUpContext.Provider value={stepUp}>
      {children}
      <Dialog
        open={asked !== null}
        onClose={() => end(false)}
        title={t("title")}
        body={t(way === "code" ? "code" : way === "password" ? "password" : "again")}
      >
        <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
          {way !== "again" && (
            <Field label={t(way === "code" ? "codeLabel" : "passwordLabel")} error={failure ?? undefined}>
              {way === "code" ? (
                <Input name="given" autoComplete="one-time-code" autoFocus />
              ) : (
                <PasswordInput name="given" autoComplete="current-password" autoFocus />
              )}
            </Field>
          )}
          <div className="flex flex-wrap gap-2">
            {way === "again" ? (
              <Button variant="primary" onClick={() => void signOut()}>
                {t("signOut")}
              </Button>
            ) : (
              <Button type="submit" variant="primary" busy={busy}>
                {t("confirm")}
              </Button>
            )}
            <Button onClick={() => end(false)}>{t("cancel")}</Button>
          </div>
        </form>
      </Dialog>
    </StepUpContext.Provider>
  );
}
