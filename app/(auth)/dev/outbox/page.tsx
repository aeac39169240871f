import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { database } from "@/lib/database";
import { listOutbox } from "@/lib/mail/list-outbox";
import { mailMode } from "@/lib/mail/mail-mode";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.outbox"))("title") };
}

export default async function OutboxPage() {
  if (mailMode() !== "outbox") notFound();
  const [t, format, mails] = await Promise.all([
    getTranslations("mail.outbox"),
    getFormatter(),
    listOutbox(database()),
  ]);
  return (
    <AuthCard title={t("title")} intro={t("intro")} wide>
      {mails.length === 0 && <p className="text-muted text-sm">{t("empty")}</p>}
      <ul className="flex flex-col gap-4">
        {mails.map(({ id, to, at, subject, text }) => (
          <li key={id} className="flex flex-col gap-2 rounded-lg border border-line p-4">
            <h2 className="font-medium">{subject}</h2>
            <p className="text-muted text-sm">
              {t("to", {
                address: to,
                at: format.dateTime(at, { dateStyle: "medium", timeStyle: "medium" }),
              })}
            </p>
            <p className="whitespace-pre-wrap break-words text-sm">{withLinks(text)}</p>
          </li>
        ))}
      </ul>
    </AuthCard>
  );
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <a key={part} href={part} className="break-all text-accent underline">
        {part}
      </a>
    ),
  );
}
