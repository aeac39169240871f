import { useTranslations } from "next-intl";
import { PageTabs } from "@/components/ui/page-tabs";

const PAGES = [
  ["policy", "/router"],
  ["report", "/router/report"],
] as const;

/** The pages about the router, one question each. */
export function RouterNav({ current }: { current: (typeof PAGES)[number][0] }) {
  const t = useTranslations("router.nav");
  return (
    <PageTabs
      label={t("label")}
      pages={PAGES.map(([name, href]) => ({ name, href, title: t(name) }))}
      current={current}
    />
  );
}
