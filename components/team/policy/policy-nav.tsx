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
  /** Who may not change the rules of access has no page of them: the picker says what is closed to them. */
  mayWrite: boolean;
  /** Whether this person may read others' chats. */
  mayRead: boolean;
}

/** The pages about what a team lays down, one question each. */
export function PolicyNav({ current, mayWrite, mayRead }: PolicyNavProps) {
  const t = useTranslations("policy.nav");
  return (
    <PageTabs
      label={t("label")}
      pages={PAGES.filter(([name]) => (mayWrite || name !== "access") && (mayRead || name !== "content")).map(
        ([name, href]) => ({
          name,
          href,
          title: t(name),
        }),
      )}
      current={current}
    />
  );
}
