import type { MemberQuery } from "@/lib/members/list-members";
import type { Role } from "@/lib/permissions/roles";

export interface MemberFilter {
  search: string;
  role: Role | null;
  groupId: string | null;
  access: "active" | "suspended" | null;
}

export const EVERYBODY: MemberFilter = { search: "", role: null, groupId: null, access: null };

/** The page that shows it. */
export function addressOf({ search, role, groupId, access }: MemberFilter): string {
  const entries = Object.entries({ search, role, group: groupId, access });
  const params = new URLSearchParams(entries.flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return params.size === 0 ? "/people" : `/people?${params}`;
}

export function toQuery({ search, role, groupId, access }: MemberFilter): MemberQuery {
  return {
    ...(search === "" ? {} : { search }),
    ...(role === null ? {} : { role }),
    ...(groupId === null ? {} : { groupId }),
    ...(access === null ? {} : { suspended: access === "suspended" }),
  };
}
