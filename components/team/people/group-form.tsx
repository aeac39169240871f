"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";
import { useGroupProblem } from "./use-group-problem";

interface GroupFormProps {
  create: (input: { name: string }) => Promise<ActionResult<unknown>>;
}

export function GroupForm({ create }: GroupFormProps) {
  const t = useTranslations("people.groups");
  const answered = useAnswered();
  const problemOf = useGroupProblem();
  const [state, submit, busy] = useActionState(
    async (_before: { name: string; problem: string | null }, form: FormData) => {
      const name = String(form.get("name") ?? "");
      const result = await answered(create({ name }));
      if (!result.ok) return { name, problem: problemOf(result.error) };
      toast.ok(t("created", { name: name.trim() }));
      return { name: "", problem: null };
    },
    { name: "", problem: null },
  );
  return (
    <form action={submit} className="flex flex-wrap items-end gap-2">
      <Field label={t("new")} error={state.problem} className="min-w-0 flex-1 basis-64">
        <Input name="name" required maxLength={80} placeholder={t("name")} defaultValue={state.name} />
      </Field>
      <Button type="submit" busy={busy}>
        {t("create")}
      </Button>
    </form>
  );
}
