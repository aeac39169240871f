import { getFormatter, getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ReadingLine } from "@/components/chat/reading-line";
import { TermsGate } from "@/components/team/policy/terms-gate";
import { requireViewer } from "@/lib/auth/page-viewer";
import { toLocale } from "@/lib/i18n/locale";
import { isAllowed } from "@/lib/permissions/require-permission";
import { noticeText } from "@/lib/policy/notice-text";
import { answerNotice } from "../actions";
import { AppFrame } from "../app-frame";
import { loadFrame } from "../load-frame";

/** The chats; before the team's terms are accepted, those. */
export default async function ChatLayout({ children }: { children: ReactNode }) {
  const [{ context, team }, { terms, reading }] = await Promise.all([requireViewer(), loadFrame()]);
  const isOpen = terms === null || terms.answer === "accepted" || !isAllowed(context.actor, "chat:use");
  if (isOpen)
    return (
      <AppFrame>
        {reading ? (
          <div className="flex h-full flex-col">
            <div className="min-h-0 flex-1">{children}</div>
            <ReadingLine team={team.name} />
          </div>
        ) : (
          children
        )}
      </AppFrame>
    );
  const [locale, format] = await Promise.all([getLocale(), getFormatter()]);
  const { answer, answeredAt } = terms;
  const at = answer === "declined" && answeredAt;
  return (
    <AppFrame>
      <TermsGate
        key={terms.id}
        team={team.name}
        id={terms.id}
        text={noticeText(terms, toLocale(locale))}
        declined={at ? format.dateTime(at, { dateStyle: "long", timeStyle: "short" }) : null}
        answer={answerNotice}
      />
    </AppFrame>
  );
}
