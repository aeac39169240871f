import { useTranslations } from "next-intl";
import { PageTabs } from "@/components/ui/page-tabs";

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
    <PageTabs
      label={label}
      pages={pages.map((name) => ({ name, href: HREFS[name], title: t(name) }))}
      current={current}
    />
  );
}
