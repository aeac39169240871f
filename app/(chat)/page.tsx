import { getLocale } from "next-intl/server";
import { ConversationMissing } from "@/components/chat/conversation-missing";
import { requireViewer } from "@/lib/auth/page-viewer";
import { MAX_DRAFT_CHARACTERS, NO_DRAFT } from "@/lib/chat/draft";
import { firstPicker } from "@/lib/chat/first-picker";
import { getDraft } from "@/lib/chat/get-draft";
import { newChatChoice } from "@/lib/chat/new-chat-choice";
import { MAX_QUESTION_CHARACTERS } from "@/lib/chat/reply-input";
import { getPicker } from "@/lib/completion/get-picker";
import { toLocale } from "@/lib/i18n/locale";
import { newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { getDefaultChoice } from "@/lib/policy/get-default-choice";
import { getTemporaryRule } from "@/lib/policy/get-temporary-rule";
import { loadFeatures } from "../load-features";
import { rateAnswer, rememberChoice, rememberShowReasoning, rememberStandIn, saveSettings } from "./actions";
import { branchActions } from "./branch-actions";
import { ConversationPage } from "./conversation-page";
import { pickerHelp } from "./picker-help";
import { teamClosed } from "./team-closed";
import { TEMPORARY_ACTIONS, TEMPORARY_SPAN } from "./temporary-chat";

interface Props {
  searchParams: Promise<{ temporary?: string | string[] }>;
}

/** A new chat; with `?temporary` one that leaves nothing but its cost. Its id is made here, so that the address is known before the first answer. */
export default async function NewChatPage({ searchParams }: Props) {
  const { context, person } = await requireViewer();
  if (!isAllowed(context.actor, "chat:use")) return <ConversationMissing reason="forbidden" />;
  const closed = await teamClosed("page");
  if (closed) return closed;
  const [picker, ofTeam, rule, params] = await Promise.all([
    getPicker(context, toLocale(await getLocale())),
    getDefaultChoice(context),
    getTemporaryRule(context),
    searchParams,
  ]);
  const choice = newChatChoice(person.preferences.choice, ofTeam, picker);
  const chatId = newId();
  const wanted = params.temporary !== undefined;
  return (
    <ConversationPage
      key={chatId}
      isNew
      chatId={chatId}
      title={null}
      initialMessages={[]}
      initialSiblings={{}}
      contextUse={null}
      forkedFrom={null}
      branchActions={branchActions}
      settings={{}}
      choice={choice}
      picker={firstPicker(picker, choice)}
      preferences={{ showReasoning: person.preferences.showReasoning ?? null }}
      maxCharacters={MAX_QUESTION_CHARACTERS}
      maxDraftCharacters={MAX_DRAFT_CHARACTERS}
      connectHref={isAllowed(context.actor, "provider:write") ? "/providers" : null}
      draft={wanted && rule === "open" ? NO_DRAFT : await getDraft(context, null)}
      temporariness={{ wanted, rule, held: false, span: TEMPORARY_SPAN, actions: TEMPORARY_ACTIONS }}
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
