import { useTranslations } from "next-intl";
import { PageTabs } from "@/components/ui/page-tabs";

const PAGES = [
  ["prices", "/prices"],
  ["corrections", "/prices/corrections"],
  ["currencies", "/prices/currencies"],
] as const;

/** The pages about prices, one question each. */
export function PriceNav({ current }: { current: (typeof PAGES)[number][0] }) {
  const t = useTranslations("prices.nav");
  return (
    <PageTabs
      label={t("label")}
      pages={PAGES.map(([name, href]) => ({ name, href, title: t(name) }))}
      current={current}
    />
  );
}
