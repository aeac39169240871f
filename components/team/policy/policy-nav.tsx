import { useTranslations } from "next-intl";
import { PageTabs } from "@/components/ui/page-tabs";

const PAGES = [
  ["settings", "/team"],
  ["retention", "/team/retention"],
  ["access", "/team/access"],
  ["data", "/team/data"],
] as const;

interface PolicyNavProps {
  current: (typeof PAGES)[number][0];
}

/** The pages about what a team lays down, one question each. */
export function PolicyNav({ current }: PolicyNavProps) {
  const t = useTranslations("policy.nav");
  return (
    <PageTabs
      label={t("label")}
      pages={PAGES.map(([name, href]) => ({
        name,
        href,
        title: t(name),
      }))}
      current={current}
    />
  );
}
