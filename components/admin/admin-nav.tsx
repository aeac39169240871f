import { useTranslations } from "next-intl";
import { PageTabs } from "@/components/ui/page-tabs";

const PAGES = [
  ["teams", "/admin"],
  ["people", "/admin/people"],
  ["audit", "/admin/audit"],
  ["settings", "/admin/settings"],
  ["signIn", "/admin/sign-in"],
  ["health", "/admin/health"],
] as const;

export type AdminPageName = (typeof PAGES)[number][0];

/** The pages about the installation, one question each. */
export function AdminNav({ current }: { current: AdminPageName }) {
  const t = useTranslations("admin.nav");
  return (
    <PageTabs
      label={t("label")}
      pages={PAGES.map(([name, href]) => ({ name, href, title: t(name) }))}
      current={current}
    />
  );
}
