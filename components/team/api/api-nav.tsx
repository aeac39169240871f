import { useTranslations } from "next-intl";
import { PageTabs } from "@/components/ui/page-tabs";

type ApiPage = "keys" | "reference" | "playground";

/** Leads between the pages about the API. */
export function ApiNav({ current }: { current: ApiPage }) {
  const t = useTranslations("api");
  const pages = [
    { name: "keys", href: "/keys", title: t("keys") },
    { name: "reference", href: "/keys/reference", title: t("reference.title") },
    { name: "playground", href: "/keys/playground", title: t("playground.title") },
  ] as const satisfies readonly { name: ApiPage; href: string; title: string }[];
  return <PageTabs label={t("nav")} pages={pages} current={current} />;
}
