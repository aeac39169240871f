import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MyReading } from "@/lib/content/list-my-readings";

/** Who read which of the person's chats, when and why. */
export function ReadingList({ readings }: { readings: readonly MyReading[] }) {
  const t = useTranslations("account.readings");
  const format = useFormatter();
  if (readings.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line rounded-xl border border-line">
      {readings.map(({ id, at, by, team, what, chat, reason }) => (
        <li key={id} className="flex flex-col gap-0.5 px-4 py-3">
          <p className="text-sm [overflow-wrap:anywhere]">
            {t.rich(what, {
              by: by ?? t("someone"),
              chat: (): ReactNode =>
                chat ? (
                  <Link href={`/chat/${chat.id}`} className="underline underline-offset-2">
                    {chat.title ?? t("untitled")}
                  </Link>
                ) : (
                  t("chatGone")
                ),
            })}
          </p>
          {reason !== null && <p className="text-sm [overflow-wrap:anywhere]">{t("reason", { reason })}</p>}
          <p className="text-muted text-xs">
            {t("where", { team, at: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
