"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Member } from "@/lib/members/list-members";
import { mayChangeOwner } from "@/lib/permissions/may-change-owner";
import { ROLES, type Role } from "@/lib/permissions/roles";
import { useAnswered } from "../use-answered";
import type { MemberActs, PeopleViewer } from "./member-acts";

interface MemberRoleProps {
  member: Member;
  viewer: PeopleViewer;
  change: MemberActs["changeRole"];
  onChanged: (id: string, now: Member) => void;
}

export function MemberRole({ member, viewer, change, onChanged }: MemberRoleProps) {
  const t = useTranslations("people.members");
  const roles = useTranslations("people.roles");
  const hints = useTranslations("people.roleHints");
  const answered = useAnswered();
  const [problem, setProblem] = useState<string | null>(null);

  /** What takes it back is the choice itself, which stays in sight. */
  async function set(role: Role): Promise<void> {
    setProblem(null);
    const result = await answered(() => change({ personId: member.id, role }));
    if (!result.ok) return setProblem(result.error.message);
    onChanged(member.id, result.value);
    toast.ok(t("roleChanged", { name: member.name, role: roles(role) }));
  }

  return (
    <Field label={t("role")} hint={hints(member.role)} error={problem}>
      <Select
        value={member.role}
        onValueChange={(value) => {
          const role = ROLES.find((one) => one === value);
          if (role && role !== member.role) void set(role);
        }}
        options={ROLES.filter((role) => mayChangeOwner(viewer.role, role)).map((role) => ({
          value: role,
          label: roles(role),
        }))}
      />
    </Field>
  );
}
