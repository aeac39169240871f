import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";

export default function PlaygroundLoading() {
  const t = useTranslations("api.playground");
  return (
    <PageLoading wide title={t("title")} intro={t("intro")}>
      <TableLoading rows={8} rowClass="h-14" />
    </PageLoading>
  );
}
