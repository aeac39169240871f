"use client";

import {
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import type { ReplyRequest } from "./chat-transport";
import { columnsOf } from "./columns";
import {
  askedBeside,
  askedOnce,
  askedTogether,
  type ComparisonPlan,
  followedTogether,
} from "./comparison-plans";
import { ComparisonRun, type ComparisonView } from "./comparison-run";
import { messageText } from "./message-text";
import type { PathCut } from "./path-cut";
import type { ConversationState, ConversationStatus } from "./use-conversation";
import { withSibling } from "./with-sibling";

interface ComparisonInput {
  chatId: string;
  state: ConversationState;
  unsavedSettings: RefObject<ChatSettings | null>;
  temporary: boolean;
  onStarted?: ((chatId: string) => void) | undefined;
  onFinished?: ((chatId: string) => void) | undefined;
}

/** What is known and can be done of answers that stand side by side, by the answer's id. */
export interface Columns extends Pick<ComparisonView, "failures" | "choices" | "stopping"> {
  stop: (answerId: string) => Promise<boolean>;
  /** Asks again for one that came to nothing, in its place. */
  retry: (answerId: string, choice: Choice) => void;
  stopAll: () => Promise<boolean>;
}

export interface ComparingState extends ConversationState {
  /** Asks a question of several, who answer side by side. */
  compare: (text: string, choices: readonly Choice[], questionId: string) => void;
  /** Has the question before an answer answered another way, beside it. */
  askBeside: (answer: PathCut, choice: Choice) => void;
  columns: Columns;
}

/** A comparison as long as this page shows it in the place of what the conversation has. */
interface Shown extends Pick<ComparisonPlan, "siblings"> {
  run: ComparisonRun;
  /** The last message that the conversation has meanwhile. */
  over: string | undefined;
  /** `handed`: the conversation was given what came of it. `settled`: it has it. */
  phase: "live" | "handed" | "settled";
}

const NOTHING = { failures: new Map(), choices: new Map(), stopping: new Set<string>() } as const;
const noView = (): ComparisonView | null => null;
const noSubscription = () => () => undefined;

/** The conversation, with answers that are written side by side: they have connections of their own, and are the
 *  conversation's once they are over. */
export function useComparison(input: ComparisonInput): ComparingState {
  const { chatId, state, unsavedSettings, temporary } = input;
  const [shown, setShown] = useState<Shown | null>(null);
  const view = useSyncExternalStore(
    shown?.run.subscribe ?? noSubscription,
    shown?.run.view ?? noView,
    noView,
  );
  const latest = useRef({ ...input, shown });
  latest.current = { ...input, shown };

  useEffect(() => () => latest.current.shown?.run.leave(), []);

  const begin = useCallback(({ siblings, ...plan }: ComparisonPlan) => {
    const { chatId, state, shown: before } = latest.current;
    before?.run.leave();
    let isFirst = true;
    const onAccepted = ({ settings }: ReplyRequest): void => {
      const { unsavedSettings, onStarted } = latest.current;
      if (settings !== undefined && settings === unsavedSettings.current) unsavedSettings.current = null;
      if (isFirst) onStarted?.(chatId);
      isFirst = false;
    };
    const run = new ComparisonRun({ chatId, ...plan, onAccepted });
    setShown({ run, siblings, over: state.messages.at(-1)?.id, phase: "live" });
    run.begin();
  }, []);

  useHandOver({ shown, setShown, view, state, onOver: () => latest.current.onFinished?.(chatId) });

  // A page that comes to answers which are being written follows them.
  const end = state.messages.at(-1);
  useEffect(() => {
    if (shown !== null || end === undefined || !columnsOf(end).some(isWriting)) return;
    begin(followedTogether(latest.current.state));
  }, [shown, end, begin]);

  const compare = useCallback(
    (text: string, choices: readonly Choice[], questionId: string) => {
      const { state } = latest.current;
      const settings = unsavedSettings.current;
      begin(askedTogether({ chatId, state, settings, temporary }, text, choices, questionId));
    },
    [chatId, unsavedSettings, temporary, begin],
  );
  const askBeside = useCallback(
    (answer: PathCut, choice: Choice) => {
      const plan = askedBeside({ chatId, state: latest.current.state }, answer, choice);
      if (plan) begin(plan);
    },
    [chatId, begin],
  );
  const retryColumn = useCallback(
    (answerId: string, choice: Choice) => {
      const { state, shown } = latest.current;
      if (shown !== null) {
        const { messages } = shown.run.view();
        const id = shown.run.again(answerId, () => askedOnce({ chatId, messages }, answerId, choice));
        const key = messages.at(-2)?.id ?? "";
        return setShown({
          ...shown,
          phase: "live",
          siblings: withSibling(shown.siblings, key, [answerId], id),
        });
      }
      const { messages, siblings } = state;
      const plan = followedTogether({ messages, siblings });
      const again = askedOnce({ chatId, messages }, answerId, choice);
      begin({
        ...plan,
        siblings: withSibling(siblings, messages.at(-2)?.id ?? "", [answerId], again.message.id),
        columns: plan.columns.map((column) => (column.message.id === answerId ? again : column)),
        activeId: plan.activeId === answerId ? again.message.id : plan.activeId,
      });
    },
    [chatId, begin],
  );
  const run = shown?.run ?? null;
  const columns = useMemo<Columns>(
    () => ({
      ...(view ?? NOTHING),
      stop: async (answerId) => run?.stop(answerId) ?? true,
      stopAll: async () => run?.stopAll() ?? true,
      retry: retryColumn,
    }),
    [view, run, retryColumn],
  );

  return useMemo(() => {
    const own = { compare, askBeside, columns };
    if (shown === null || view === null || isPassed(shown, state)) return { ...state, ...own };
    const isUnsent = !view.isLive && view.kept.length === 0;
    const question = view.messages.at(-2);
    return {
      ...{ ...state, ...own },
      messages: view.messages,
      siblings: shown.siblings,
      status: isUnsent ? ("failed" as const) : statusOf(view),
      failure: isUnsent ? ([...view.failures.values()][0] ?? null) : null,
      unsent: isUnsent && question ? messageText(question) : null,
      show: (next) => {
        setShown(null);
        state.show(next);
      },
      retry: (choice, answer, standIn) => {
        if (!isUnsent || answer) return state.retry(choice, answer, standIn);
        for (const id of view.failures.keys()) retryColumn(id, choice);
      },
      stop: async (isAsked) => (view.isLive ? { stopped: await shown.run.stopAll() } : state.stop(isAsked)),
    };
  }, [compare, askBeside, columns, shown, view, state, retryColumn]);
}

interface HandOver {
  shown: Shown | null;
  setShown: (shown: Shown | null) => void;
  view: ComparisonView | null;
  state: ConversationState;
  onOver: () => void;
}

/** Once all answers are over, the conversation is given those that the server has. What it refused stays to be seen, and
 *  asked for again, until the conversation goes on. */
function useHandOver({ shown, setShown, view, state, onOver }: HandOver): void {
  const over = useRef(onOver);
  over.current = onOver;
  const lastId = state.messages.at(-1)?.id;
  const { show } = state;
  useEffect(() => {
    if (shown === null || view === null || view.isLive) return;
    if (shown.phase === "live") {
      const leading = view.messages.at(-1);
      const isKept = view.kept.some(({ id }) => id === leading?.id);
      if (!isKept || !leading) return setShown({ ...shown, phase: "settled", over: lastId });
      show({ messages: keptOnly(view), siblings: shown.siblings, around: null });
      setShown({ ...shown, phase: "handed", over: leading.id });
      over.current();
    } else if (lastId === shown.over) {
      if (view.failures.size === 0) setShown(null);
      else if (shown.phase === "handed") setShown({ ...shown, phase: "settled" });
    } else if (shown.phase === "settled") setShown(null);
  }, [shown, setShown, view, lastId, show]);
}

/** The conversation went on without it. */
const isPassed = ({ phase, over }: Shown, { messages }: ConversationState): boolean =>
  phase === "settled" && messages.at(-1)?.id !== over;

const isWriting = ({ metadata }: WyeMessage): boolean =>
  metadata?.comparison !== undefined && metadata.status === "streaming";

function keptOnly({ messages, kept }: ComparisonView): WyeMessage[] {
  const ids = new Set(kept.map(({ id }) => id));
  return messages.map((message) => {
    const { compared } = message.metadata ?? {};
    if (!message.metadata || !compared) return message;
    const metadata = { ...message.metadata, compared: compared.filter(({ id }) => ids.has(id)) };
    return { ...message, metadata };
  });
}

function statusOf({ isLive, isAway, isStopping, hasBegun }: ComparisonView): ConversationStatus {
  if (!isLive) return "ready";
  if (isAway) return "recovering";
  if (isStopping) return "stopping";
  return hasBegun ? "streaming" : "waiting";
}
