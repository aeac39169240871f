"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/http/action";

interface ConfirmFormProps<Input> {
  label: string;
  /** Shown in the place of the button when it is done; left out, `confirm` leaves the page. */
  done?: ReactNode;
  input: Input;
  confirm: (input: Input) => Promise<ActionResult<unknown>>;
}

/** One button: what a link in a mail does, it does when a person presses this, and not when a program opens it. */
export function ConfirmForm<Input>({ label, done, input, confirm }: ConfirmFormProps<Input>) {
  const [result, submit, busy] = useActionState(
    async (_before: ActionResult<unknown> | null) => confirm(input),
    null,
  );
  if (result?.ok) return done;
  return (
    <form action={submit} className="flex flex-col gap-4">
      {result?.ok === false && (
        <Notice tone="danger" role="alert">
          {result.error.message}
        </Notice>
      )}
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {label}
      </Button>
    </form>
  );
}
