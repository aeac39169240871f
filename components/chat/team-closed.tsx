import { CalendarX2 } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";

interface TeamClosedProps {
  team: string;
  deletesAt: Date;
  /** Who can keep the team. */
  owners: readonly string[];
  /** Where the deletion is undone; null for a person who may not. */
  undoHref: string | null;
  /** A whole page, or a line where the composer would be. */
  as: "page" | "line";
}

/** Why nothing can be asked in a team that is being deleted, and who can change that. */
export function TeamClosed({ team, deletesAt, owners, undoHref, as }: TeamClosedProps) {
  const t = useTranslations("chat.closed");
  const format = useFormatter();
  const title = t("title", { team, date: format.dateTime(deletesAt, { dateStyle: "long" }) });
  const names = format.list([...owners], { type: "disjunction" });
  const body = undoHref === null ? t("ask", { count: owners.length, owners: names }) : t("undoBody");
  const action = undoHref !== null && (
    <Button asChild size="sm">
      <Link href={undoHref}>{t("undo")}</Link>
    </Button>
  );
  if (as === "line")
    return (
      <Notice title={title} action={action} className="[overflow-wrap:anywhere]">
        {body}
      </Notice>
    );
  return (
    <EmptyState
      icon={<CalendarX2 aria-hidden="true" />}
      title={title}
      level={1}
      className="pt-[20dvh] [overflow-wrap:anywhere]"
      {...(action && { action })}
    >
      {body}
    </EmptyState>
  );
}
