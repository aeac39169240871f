import { Lock } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Says that a page is not for this person's role, and who can help. */
export async function Forbidden({ team, owners }: { team: string; owners: readonly string[] }) {
  const [t, format] = await Promise.all([getTranslations("team.forbidden"), getFormatter()]);
  return (
    <EmptyState
      icon={<Lock aria-hidden="true" />}
      title={t("title")}
      level={1}
      className="pt-[20dvh]"
      action={
        <Button asChild>
          <Link href="/">{t("back")}</Link>
        </Button>
      }
    >
      {t("body", { team, count: owners.length, owners: format.list(owners) })}
    </EmptyState>
  );
}
