"use client";

import { memo, type RefObject, useCallback, useEffect, useRef } from "react";
import type { WyeMessage } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import { ROOT } from "@/lib/chat/tree";
import type { Choice } from "@/lib/router/choice";
import { Answer } from "./answer";
import type { Walking } from "./branch-walker";
import { columnsOf } from "./columns";
import { ComparedAnswer } from "./compared-answer";
import type { Failure } from "./failure";
import { guessHeight, UNREAD_PX } from "./guess-height";
import type { MessageActions } from "./message-actions";
import { Question } from "./question";
import { type Piece, piecesOf } from "./row-window";
import { SummaryCard } from "./summary-card";
import { Unanswered } from "./unanswered";
import { UnreadFailed } from "./unread-failed";
import { UnreadMessage } from "./unread-message";
import type { Columns } from "./use-comparison";
import type { ConversationStatus } from "./use-conversation";
import { useHeldPlace } from "./use-held-place";
import type { Path } from "./use-path";
import { usePinnedRow } from "./use-pinned-row";
import { useRowHeights } from "./use-row-heights";
import { useRowWindow } from "./use-row-window";
import { Waiting } from "./waiting";

interface MessageListProps {
  path: Path;
  scroller: RefObject<HTMLElement | null>;
  status: ConversationStatus;
  failure: Failure | null;
  showReasoning: boolean | null;
  onShowReasoningChange: (show: boolean) => void;
  /** Something is about to be opened or folded. */
  onFold: () => void;
  /** Null while an answer is being written. */
  actions: MessageActions | null;
  walking: Walking;
  picker: Picker;
  /** What is known of answers that stand side by side. */
  columns: Columns;
  choice: Choice;
  onPick: (answerId: string) => void;
  maxCharacters: number;
  /** Asks the last question again when it has no answer at all. */
  onRetry: () => void;
}

/** Below this many messages all are rendered, so that the browser's own search finds them. */
const WINDOW_FROM = 40;
/** Read ahead of what is rendered. */
const READ_AHEAD = 20;

/** What was said. Of a long path only what is near the reader is in the page; the browser itself holds what is seen
 *  in its place while rows above it come, go or grow (overflow-anchor), and `useHeldPlace` where it does not. */
export const MessageList = memo(function MessageList({
  path,
  scroller,
  status,
  failure,
  actions,
  walking,
  maxCharacters,
  onFold,
  onRetry,
  columns,
  choice,
  onPick,
  ...answer
}: MessageListProps) {
  const { length, at, siblings, need } = path;
  const list = useRef<HTMLDivElement>(null);
  const pinned = usePinnedRow(list, at);
  const { heightOf: measured, measure } = useRowHeights();
  const heightOf = useCallback(
    (place: number) => {
      const message = at(place);
      return message === undefined ? UNREAD_PX : (measured(message.id) ?? guessHeight(message));
    },
    [at, measured],
  );
  const seen = useRowWindow({ scroller, list, count: length, heightOf });
  useHeldPlace(scroller, list);
  const whole = length < WINDOW_FROM && at(0) !== undefined;
  const range = whole ? { first: 0, last: length - 1 } : seen;
  useEffect(() => need(Math.max(0, range.first - READ_AHEAD), range.last), [need, range.first, range.last]);

  const last = length === 0 ? undefined : at(length - 1);
  const live =
    status === "waiting" || status === "streaming" || status === "stopping" || status === "recovering";

  function renderMessage(message: WyeMessage, place: number) {
    const before = at(place - 1);
    const branches = {
      message,
      beside: siblings[before?.id ?? message.metadata?.parentId ?? ROOT],
      actions,
      walking,
      posInSet: whole ? undefined : place + 1,
      setSize: whole ? undefined : length,
    };
    if (message.metadata?.summary) {
      return (
        <SummaryCard
          key={message.id}
          {...branches}
          live={live && message === last}
          failure={message === last ? failure : null}
          maxCharacters={maxCharacters}
          onFold={onFold}
        />
      );
    }
    if (message.role === "user") {
      return <Question key={message.id} {...branches} maxCharacters={maxCharacters} />;
    }
    const shown = {
      ...branches,
      ...answer,
      live: live && message === last,
      failure: message === last ? failure : null,
      answers: before?.role === "user",
    };
    if (columnsOf(message).length === 1) return <Answer key={message.id} {...shown} />;
    const isLast = message === last;
    return <ComparedAnswer key={message.id} {...shown} {...{ columns, choice, onPick, onFold, isLast }} />;
  }

  function renderPiece(piece: Piece) {
    if (piece.row === null) {
      const key = piece.before === length ? "end" : `before-${piece.before}`;
      return <div key={key} className="[overflow-anchor:none]" style={{ height: piece.height }} />;
    }
    const message = at(piece.row);
    return message === undefined ? (
      <div key={`unread-${piece.row}`} data-place={piece.row} className="pb-8 [overflow-anchor:none]">
        <UnreadMessage />
      </div>
    ) : (
      <div
        key={message.id}
        ref={measure}
        data-row={message.id}
        data-place={piece.row}
        className="pb-8 last:pb-0"
      >
        {renderMessage(message, piece.row)}
      </div>
    );
  }

  return (
    <div ref={list}>
      {path.retry !== null && <UnreadFailed onRetry={path.retry} />}
      {piecesOf(length, heightOf, range, whole ? [] : pinned).map(renderPiece)}
      {last?.role === "user" && live && <Waiting />}
      {last?.role === "user" && !live && (
        <Unanswered
          failure={failure}
          others={siblings[last.id]}
          onSelect={actions?.select ?? null}
          walking={walking}
          onRetry={onRetry}
        />
      )}
    </div>
  );
});
