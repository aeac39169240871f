"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { GroupName } from "@/lib/groups/list-group-names";
import { ROLES } from "@/lib/permissions/roles";
import { addressOf, type MemberFilter } from "./member-filter";

const ANY = "any";
const TYPING_MS = 250;

interface MemberFiltersProps {
  filter: MemberFilter;
  groups: readonly GroupName[];
  /** Whether this person may let others in. */
  invites: boolean;
}

/** What the list is narrowed to. The address says it, so that a reload and a link show the same. */
export function MemberFilters({ filter, groups, invites }: MemberFiltersProps) {
  const t = useTranslations("people.members");
  const roles = useTranslations("people.roles");
  const router = useRouter();
  const [search, setSearch] = useState(filter.search);

  useEffect(() => {
    if (search.trim() === filter.search) return;
    const timer = setTimeout(
      () => router.replace(addressOf({ ...filter, search: search.trim() }), { scroll: false }),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [search, filter, router]);

  const change = (part: Partial<MemberFilter>): void =>
    router.replace(addressOf({ ...filter, search: search.trim(), ...part }), { scroll: false });

  return (
    <search className="flex flex-col gap-2.5">
      <div className="flex flex-wrap gap-2">
        <div className="relative min-w-0 flex-1 basis-56">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
          />
          <Input
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            aria-label={t("search")}
            placeholder={t("search")}
            className="pl-9"
          />
        </div>
        {invites && (
          <div className="flex gap-2">
            <Button asChild variant="primary">
              <Link href="/people/invitations">{t("invite")}</Link>
            </Button>
          </div>
        )}
      </div>
      <div className="grid grid-cols-2 gap-2 sm:flex">
        <Select
          aria-label={t("role")}
          value={filter.role ?? ANY}
          onValueChange={(value) => change({ role: ROLES.find((role) => role === value) ?? null })}
          options={[
            { value: ANY, label: t("allRoles") },
            ...ROLES.map((role) => ({ value: role, label: roles(role) })),
          ]}
          className="sm:w-44"
        />
        {groups.length > 0 && (
          <Select
            aria-label={t("group")}
            value={filter.groupId ?? ANY}
            onValueChange={(value) => change({ groupId: value === ANY ? null : value })}
            options={[
              { value: ANY, label: t("allGroups") },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            className="sm:w-56"
          />
        )}
        <Select
          aria-label={t("access")}
          value={filter.access ?? ANY}
          onValueChange={(value) =>
            change({ access: value === "active" || value === "suspended" ? value : null })
          }
          options={[
            { value: ANY, label: t("allAccess") },
            { value: "active", label: t("active") },
            { value: "suspended", label: t("suspended") },
          ]}
          className="sm:w-40"
        />
      </div>
    </search>
  );
}
