"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { GroupName } from "@/lib/groups/list-group-names";
import type { Member } from "@/lib/members/list-members";
import { useAnswered } from "../use-answered";
import type { MemberActs } from "./member-acts";

interface AddToGroupFormProps {
  groups: readonly GroupName[];
  team: string;
  add: MemberActs["addToGroup"];
  onAdded: (id: string, now: Member) => void;
}

/** How a manager fills a group: they name a member whom they cannot see yet. */
export function AddToGroupForm({ groups, team, add, onAdded }: AddToGroupFormProps) {
  const t = useTranslations("people.members");
  const answered = useAnswered();
  const [groupId, setGroupId] = useState(groups[0]?.id ?? "");
  const [problem, submit, busy] = useActionState(async (_before: string | null, form: FormData) => {
    const email = String(form.get("email") ?? "");
    const result = await answered(add({ groupId, who: { email } }));
    if (!result.ok) return result.error.message;
    onAdded(result.value.id, result.value);
    toast.ok(t("added", { group: groups.find(({ id }) => id === groupId)?.name ?? "" }));
    return null;
  }, null);
  return (
    <form action={submit} className="flex flex-wrap items-end gap-2" aria-label={t("addTitle")}>
      <Field label={t("addEmail", { team })} error={problem} className="min-w-0 flex-1 basis-64">
        <Input name="email" type="email" required />
      </Field>
      {groups.length > 1 && (
        <Select
          aria-label={t("group")}
          value={groupId}
          onValueChange={setGroupId}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          className="w-48"
        />
      )}
      <Button type="submit" busy={busy}>
        {t("add")}
      </Button>
    </form>
  );
}
