import { getFormatter, getTranslations } from "next-intl/server";

/** What a member is told where their chats may be read. @param since null: nobody knows any more */
export async function readingText(team: string, since: Date | null): Promise<string> {
  const [t, format] = await Promise.all([getTranslations("policy.reading"), getFormatter()]);
  if (since === null) return t("on", { team });
  return t("onSince", { team, since: format.dateTime(since, { dateStyle: "medium" }) });
}
