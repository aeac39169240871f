"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Group } from "@/lib/groups/list-groups";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";
import { useGroupProblem } from "./use-group-problem";

interface GroupRenameProps {
  group: Group;
  rename: (input: { groupId: string; name: string }) => Promise<ActionResult<unknown>>;
  onEnd: () => void;
}

/** In the place of the group's line; Escape leaves it as it was. */
export function GroupRename({ group, rename, onEnd }: GroupRenameProps) {
  const t = useTranslations("people.groups");
  const answered = useAnswered();
  const problemOf = useGroupProblem();
  const [problem, submit, busy] = useActionState(async (_before: string | null, form: FormData) => {
    const result = await answered(rename({ groupId: group.id, name: String(form.get("name") ?? "") }));
    if (!result.ok) return problemOf(result.error);
    onEnd();
    return null;
  }, null);
  return (
    <form action={submit} className="flex flex-wrap items-end gap-2 px-3 py-2.5">
      <Field
        label={t("renameLabel", { name: group.name })}
        error={problem}
        className="min-w-0 flex-1 basis-64"
      >
        <Input
          name="name"
          required
          maxLength={80}
          defaultValue={group.name}
          autoFocus
          onKeyDown={(event) => event.key === "Escape" && !event.nativeEvent.isComposing && onEnd()}
        />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t("save")}
      </Button>
      <Button variant="ghost" onClick={onEnd}>
        {t("cancel")}
      </Button>
    </form>
  );
}
