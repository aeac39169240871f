import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { ConversationMissing } from "@/components/chat/conversation-missing";
import { requireViewer } from "@/lib/auth/page-viewer";
import { MAX_DRAFT_CHARACTERS } from "@/lib/chat/draft";
import { firstPicker } from "@/lib/chat/first-picker";
import { getContextUse } from "@/lib/chat/get-context-use";
import { type ConversationData, getConversation } from "@/lib/chat/get-conversation";
import { getDraft } from "@/lib/chat/get-draft";
import { MAX_QUESTION_CHARACTERS } from "@/lib/chat/reply-input";
import { getPicker } from "@/lib/completion/get-picker";
import { AppError } from "@/lib/errors";
import { toLocale } from "@/lib/i18n/locale";
import { isAllowed } from "@/lib/permissions/require-permission";
import { loadFeatures } from "../../../load-features";
import {
  rateAnswer,
  rememberChoice,
  rememberShowReasoning,
  rememberStandIn,
  saveSettings,
} from "../../actions";
import { branchActions } from "../../branch-actions";
import { ConversationPage } from "../../conversation-page";
import { pickerHelp } from "../../picker-help";
import { teamClosed } from "../../team-closed";
import { TEMPORARY_ACTIONS, TEMPORARY_SPAN } from "../../temporary-chat";

interface Props {
  params: Promise<{ chatId: string }>;
}

type Loaded = ConversationData | "not_found" | "forbidden";

const load = cache(async (chatId: string): Promise<Loaded> => {
  const { context } = await requireViewer();
  if (!z.uuid().safeParse(chatId).success) return "not_found";
  try {
    return await getConversation(context, chatId);
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden"))
      return error.code;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await load((await params).chatId);
  return typeof loaded === "object" && loaded.title !== null ? { title: loaded.title } : {};
}

export default async function ChatPage({ params }: Props) {
  const { context, person } = await requireViewer();
  const loaded = await load((await params).chatId);
  if (loaded === "not_found") notFound();
  if (loaded === "forbidden") return <ConversationMissing reason="forbidden" />;
  const [contextUse, picker] = await Promise.all([
    getContextUse(context, loaded.id),
    getPicker(context, toLocale(await getLocale())),
  ]);
  return (
    <ConversationPage
      key={loaded.id}
      isNew={false}
      chatId={loaded.id}
      title={loaded.title}
      initialMessages={loaded.messages}
      initialSiblings={loaded.siblings}
      contextUse={contextUse}
      closed={await teamClosed("line")}
      draft={await getDraft(context, loaded.id)}
      forkedFrom={loaded.forkedFrom}
      temporariness={{
        ...{ wanted: loaded.temporary !== null, rule: "open", held: loaded.temporary?.held ?? false },
        ...{ span: TEMPORARY_SPAN, actions: TEMPORARY_ACTIONS },
      }}
      branchActions={branchActions}
      choice={loaded.choice}
      settings={loaded.settings}
      picker={firstPicker(picker, loaded.choice)}
      preferences={{ showReasoning: person.preferences.showReasoning ?? null }}
      maxCharacters={MAX_QUESTION_CHARACTERS}
      maxDraftCharacters={MAX_DRAFT_CHARACTERS}
      connectHref={isAllowed(context.actor, "provider:write") ? "/providers" : null}
      rememberChoice={rememberChoice}
      rememberShowReasoning={rememberShowReasoning}
      standIn={person.preferences.standIn ?? "ask"}
      rememberStandIn={rememberStandIn}
      rateAnswer={rateAnswer}
      saveSettings={saveSettings}
      pickerHelp={pickerHelp(context.actor, await loadFeatures())}
    />
  );
}
