import Link from "next/link";
import { useTranslations } from "next-intl";

const HREFS = {
  members: "/people",
  groups: "/people/groups",
  invitations: "/people/invitations",
  import: "/people/import",
  roles: "/people/roles",
} as const;
export type PeoplePage = keyof typeof HREFS;

interface PeopleNavProps {
  label: string;
  pages: readonly PeoplePage[];
  current: PeoplePage;
}

/** The pages about people, one question each. */
export function PeopleNav({ label, pages, current }: PeopleNavProps) {
  const t = useTranslations("people.nav");
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
      {pages.map((page) => (
        <Link
          key={page}
          href={HREFS[page]}
          aria-current={page === current ? "page" : undefined}
          className="-mb-px flex h-9 shrink-0 items-center border-transparent border-b-2 px-3 text-muted text-sm hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-11"
        >
          {t(page)}
        </Link>
      ))}
    </nav>
  );
}
