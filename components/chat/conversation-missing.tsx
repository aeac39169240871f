import { Lock, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** A conversation that is gone or another's, or a role that may not chat. */
export function ConversationMissing({
  reason,
  newChatHref = "/",
}: {
  reason: "not_found" | "forbidden";
  newChatHref?: string;
}) {
  const t = useTranslations("chat");
  if (reason === "forbidden") {
    return (
      <EmptyState
        icon={<Lock aria-hidden="true" />}
        title={t("forbiddenTitle")}
        level={1}
        className="pt-[20dvh]"
      >
        {t("forbiddenBody")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={t("notFoundTitle")}
      level={1}
      className="pt-[20dvh]"
      action={
        <Button asChild>
          <Link href={newChatHref}>{t("newChat")}</Link>
        </Button>
      }
    >
      {t("notFoundBody")}
    </EmptyState>
  );
}
