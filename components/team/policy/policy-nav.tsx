import { useTranslations } from "next-intl";
import { PageTabs } from "@/components/ui/page-tabs";

const PAGES = [
  ["settings", "/team"],
  ["retention", "/team/retention"],
  ["access", "/team/access"],
  ["data", "/team/data"],
  ["content", "/team/content"],
] as const;
export type PolicyPage = (typeof PAGES)[number][0];

interface PolicyNavProps {
  current: PolicyPage;
  /** Whether this person may read others' chats. */
  mayRead: boolean;
}

/** The pages about what a team lays down, one question each. */
export function PolicyNav({ current, mayRead }: PolicyNavProps) {
  const t = useTranslations("policy.nav");
  return (
    <PageTabs
      label={t("label")}
      pages={PAGES.filter(([name]) => mayRead || name !== "content").map(([name, href]) => ({
        name,
        href,
        title: t(name),
      }))}
      current={current}
    />
  );
}
