"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReadMessage } from "@/lib/chat/read-message";
import { Markdown } from "./markdown/markdown";

/** One message, to be read and nothing else. */
export function ReadMessageView({ message, level }: { message: ReadMessage; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const t = useTranslations("policy.reading.page");
  const format = useFormatter();
  const { role, text, modelName, status, createdAt } = message;
  const heading =
    role === "user"
      ? t("asked")
      : role === "summary"
        ? t("summarised")
        : modelName === null
          ? t("answeredUnknown")
          : t("answered", { model: modelName });
  return (
    <article className="flex flex-col gap-1.5">
      <Heading className="flex flex-wrap items-baseline gap-x-2 text-muted text-xs">
        <span className="font-medium">{heading}</span>
        <time dateTime={createdAt}>
          {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </Heading>
      {role === "user" ? (
        <p className="whitespace-pre-wrap rounded-xl bg-surface-hover px-4 py-2.5 leading-relaxed [overflow-wrap:anywhere]">
          {text}
        </p>
      ) : (
        <Markdown text={text} live={false} />
      )}
      {status !== "complete" && <p className="text-muted text-xs">{t("unfinished")}</p>}
    </article>
  );
}
