import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Mark } from "@/components/ui/mark";

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<Mark />}
        title={t("notFoundTitle")}
        level={1}
        action={
          <Button asChild>
            <Link href="/">{t("backToChat")}</Link>
          </Button>
        }
      >
        {t("notFoundBody")}
      </EmptyState>
    </main>
  );
}
