"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { MakeTeam } from "@/lib/admin/make-team";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";

interface State {
  entered: MakeTeam;
  error: (ErrorData & { message: string }) | null;
}

const NOTHING: State = { entered: { name: "", ownerEmail: "" }, error: null };

/** A new team with its owner. */
export function MakeTeamForm({
  make,
}: {
  make: (input: MakeTeam) => Promise<ActionResult<{ name: string }>>;
}) {
  const t = useTranslations("admin.make");
  const answered = useAnswered();
  const [{ entered, error }, submit, busy] = useActionState(async (_before: State, form: FormData) => {
    const given = { name: String(form.get("name") ?? ""), ownerEmail: String(form.get("ownerEmail") ?? "") };
    const result = await answered(make(given));
    if (!result.ok) return { entered: given, error: result.error };
    toast.ok(t("made", { name: result.value.name }));
    return NOTHING;
  }, NOTHING);
  const field = error?.params.field;
  return (
    <form action={submit} className="flex flex-col gap-4">
      {error !== null && field !== "name" && field !== "ownerEmail" && (
        <Notice tone="danger" role="alert">
          {error.message}
        </Notice>
      )}
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_auto]">
        <Field label={t("name")} error={field === "name" ? t("nameWrong") : null}>
          <Input name="name" required maxLength={80} autoComplete="off" defaultValue={entered.name} />
        </Field>
        <Field
          label={t("owner")}
          hint={t("ownerHint")}
          error={field === "ownerEmail" ? t("ownerUnknown") : null}
        >
          <Input
            name="ownerEmail"
            type="email"
            required
            autoComplete="off"
            defaultValue={entered.ownerEmail}
          />
        </Field>
        <Button type="submit" variant="primary" busy={busy} className="sm:mt-6.5">
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
