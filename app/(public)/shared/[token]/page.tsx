import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ReadMessageView } from "@/components/chat/read-message-view";
import { Notice } from "@/components/ui/notice";
import { pageViewer } from "@/lib/auth/page-viewer";
import { database } from "@/lib/database";
import { readShared } from "@/lib/share/read-shared";

/** The address is the secret, and a title is kept in a browser's history beside it. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("share"))("pageTitle"),
    robots: { index: false, follow: false, nocache: true },
    referrer: "no-referrer",
  };
}

export default async function SharedPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const shared = await readShared(database(), token, await pageViewer());
  if (shared === null) notFound();
  const [t, format] = await Promise.all([getTranslations("share"), getFormatter()]);
  const { title, by, sharedAt, messages, cut } = shared;
  const at = format.dateTime(sharedAt, { dateStyle: "long" });
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="text-balance font-semibold text-2xl [overflow-wrap:anywhere]">
          {title ?? t("untitled")}
        </h1>
        <p className="text-muted text-sm">
          {by ? t("sharedBy", { person: by.person, team: by.team, at }) : t("shared", { at })}
        </p>
      </header>
      {cut && <Notice>{t("cut")}</Notice>}
      {messages.length === 0 && <p className="text-muted text-sm">{t("nothing")}</p>}
      <div className="flex flex-col gap-6">
        {messages.map((message) => (
          <ReadMessageView key={message.id} message={message} level={2} />
        ))}
      </div>
    </>
  );
}
