import { z } from "zod";
import type { MemberFilter } from "@/components/team/people/member-filter";
import { ROLES } from "@/lib/permissions/roles";

type Asked = Partial<Record<"search" | "role" | "group" | "access", string | string[]>>;

/** A filter as an address has it; what means nothing is left out. */
export function toMemberFilter({ search, role, group, access }: Asked): MemberFilter {
  return {
    search: z.string().trim().max(200).catch("").parse(search),
    role: z.enum(ROLES).nullable().catch(null).parse(role),
    groupId: z.uuid().nullable().catch(null).parse(group),
    access: z.enum(["active", "suspended"]).nullable().catch(null).parse(access),
  };
}
