import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Mark } from "@/components/ui/mark";

/** For every link that shows nothing to this reader, whatever the cause. */
export default async function SharedNotFound() {
  const t = await getTranslations("share");
  return (
    <EmptyState
      icon={<Mark />}
      title={t("missingTitle")}
      level={1}
      action={
        <Button asChild>
          <Link href="/signin">{t("signIn")}</Link>
        </Button>
      }
    >
      {t("missingBody")}
    </EmptyState>
  );
}
