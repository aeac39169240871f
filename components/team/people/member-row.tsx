import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Member } from "@/lib/members/list-members";

const SHOWN_GROUPS = 3;

interface MemberRowProps {
  member: Member;
  isSelf: boolean;
  onOpen: () => void;
}

/** One line about a member; all that can be done about them opens beside it. */
export function MemberRow({ member, isSelf, onOpen }: MemberRowProps) {
  const t = useTranslations("people.members");
  const roles = useTranslations("people.roles");
  const { name, email, role, suspendedAt, groups } = member;
  const rest = groups.length - SHOWN_GROUPS;
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-haspopup="dialog"
      className="grid w-full grid-cols-[1fr_auto_auto] items-center gap-x-3 gap-y-1 px-3 py-2.5 text-left transition-colors duration-120 hover:bg-surface-hover focus-visible:-outline-offset-2 md:grid-cols-[minmax(0,5fr)_minmax(0,2fr)_minmax(0,5fr)_auto]"
    >
      <span className="sr-only">{t("open", { name })}</span>
      <span className="min-w-0">
        <span className="block truncate font-medium text-sm">
          {name}
          {isSelf && <span className="font-normal text-muted"> ({t("you")})</span>}
        </span>
        <span className="block truncate text-muted text-sm">{email}</span>
      </span>
      <span className="flex flex-wrap items-center justify-end gap-1.5 text-sm md:justify-start">
        {roles(role)}
        {suspendedAt !== null && <Badge tone="warn">{t("suspended")}</Badge>}
      </span>
      <span className="hidden min-w-0 flex-wrap gap-1 md:flex">
        {groups.slice(0, SHOWN_GROUPS).map((group) => (
          <Badge key={group.id} className="max-w-full">
            <span className="truncate">
              {group.manager ? t("manages", { group: group.name }) : group.name}
            </span>
          </Badge>
        ))}
        {rest > 0 && <Badge>+{rest}</Badge>}
      </span>
      <ChevronRight aria-hidden="true" className="size-4 text-muted" />
    </button>
  );
}
