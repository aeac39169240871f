import { CalendarX2 } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";

interface TeamEndingProps {
  team: string;
  deletesAt: Date;
  /** Whether the person can undo it. */
  owner: boolean;
}

/** Says on every page that the team is being deleted. */
export function TeamEnding({ team, deletesAt, owner }: TeamEndingProps) {
  const t = useTranslations("account.ending");
  const format = useFormatter();
  const date = format.dateTime(deletesAt, { dateStyle: "long" });
  return (
    <section
      aria-label={team}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-danger-soft px-4 py-2 text-ink text-sm leading-relaxed"
    >
      <CalendarX2 aria-hidden="true" className="size-4 shrink-0 text-danger" />
      <p className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">{t("banner", { team, date })}</p>
      <Link
        href={owner ? "/team/data" : "/account#export"}
        className="shrink-0 font-medium underline underline-offset-4 pointer-coarse:py-2"
      >
        {t(owner ? "undo" : "export")}
      </Link>
    </section>
  );
}
