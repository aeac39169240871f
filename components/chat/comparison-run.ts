import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import { askToStop } from "./ask-to-stop";
import type { ReplyRequest } from "./chat-transport";
import { alone, withCompared } from "./columns";
import type { Failure } from "./failure";
import { followColumn } from "./follow-column";

export interface ColumnStart {
  message: WyeMessage;
  /** Asks for it; null: the server has it. */
  request: ReplyRequest | null;
}

export interface ComparisonStart {
  chatId: string;
  /** What leads to the answers; the last is their question. */
  before: readonly WyeMessage[];
  columns: readonly ColumnStart[];
  /** Which of them leads the path. */
  activeId: string;
  /** The server took one of the requests. */
  onAccepted: (request: ReplyRequest) => void;
}

/** What a page shows of answers that are written side by side. */
export interface ComparisonView {
  messages: WyeMessage[];
  /** The answers that the server has, and nothing that it refused. */
  kept: WyeMessage[];
  isLive: boolean;
  /** Something was said. */
  hasBegun: boolean;
  isAway: boolean;
  isStopping: boolean;
  /** By the answer's id: why it could not be had, where the answer itself does not say. */
  failures: ReadonlyMap<string, Failure>;
  /** By the answer's id, where this page asked. */
  choices: ReadonlyMap<string, Choice>;
  stopping: ReadonlySet<string>;
}

interface Column extends ColumnStart {
  isLive: boolean;
  isAway: boolean;
  isStopping: boolean;
  /** The server has it. */
  isKept: boolean;
  failure: Failure | null;
}

/** Enough to read along; fewer renders than words. */
const TELL_EVERY_MS = 40;

/** Several answers to one question, each with a connection of its own. Whoever shows them subscribes; leaving stops
 *  none of them. */
export class ComparisonRun {
  readonly #start: ComparisonStart;
  readonly #left = new AbortController();
  readonly #listeners = new Set<() => void>();
  #columns: readonly Column[];
  #activeId: string;
  #view: ComparisonView;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(start: ComparisonStart) {
    this.#start = start;
    this.#activeId = start.activeId;
    this.#columns = start.columns.map(toColumn);
    this.#view = this.#toView();
  }

  /** Asks for what is to be asked for, and follows what is being written. */
  begin(): void {
    for (const column of this.#columns) if (column.isLive) void this.#write(column);
  }

  leave(): void {
    this.#left.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): ComparisonView => this.#view;

  /** @returns false when the server could not be told */
  async stop(answerId: string): Promise<boolean> {
    this.#change(answerId, { isStopping: true });
    const stopped = await askToStop(
      this.#start.chatId,
      answerId,
      () => this.#find(answerId)?.isLive === true,
    );
    this.#change(answerId, { isStopping: false });
    return stopped;
  }

  async stopAll(): Promise<boolean> {
    const live = this.#columns.filter(({ isLive }) => isLive);
    return !(await Promise.all(live.map(({ message }) => this.stop(message.id)))).includes(false);
  }

  /** In the place of one that came to nothing; what the server may not have is asked for under the same ids.
   *  @returns the answer's id */
  again(answerId: string, anew: () => ColumnStart): string {
    const column = this.#find(answerId);
    if (!column || column.isLive) return answerId;
    const isUnread = column.message.metadata?.status === "streaming";
    const next =
      column.isKept && !isUnread ? anew() : { message: column.message, request: requestOf(column) };
    const started: Column = { ...toColumn(next), isLive: true };
    this.#columns = this.#columns.map((each) => (each === column ? started : each));
    if (this.#activeId === answerId) this.#activeId = next.message.id;
    this.#tell();
    void this.#write(started);
    return next.message.id;
  }

  async #write({ message, request }: Column): Promise<void> {
    const { id } = message;
    const failure = await followColumn({
      chatId: this.#start.chatId,
      message,
      request,
      signal: this.#left.signal,
      onAccepted: () => {
        this.#change(id, { isKept: true });
        if (request) this.#start.onAccepted(request);
      },
      onAway: (isAway) => this.#change(id, { isAway }),
      onRead: (read) => this.#change(id, { message: alone(read) }),
    });
    if (this.#left.signal.aborted) return;
    this.#change(id, { failure, isLive: false, isAway: false });
    this.#tell();
  }

  #find(answerId: string): Column | undefined {
    return this.#columns.find(({ message }) => message.id === answerId);
  }

  #change(answerId: string, change: Partial<Column>): void {
    this.#columns = this.#columns.map((column) =>
      column.message.id === answerId ? { ...column, ...change } : column,
    );
    this.#timer ??= setTimeout(() => this.#tell(), TELL_EVERY_MS);
  }

  #tell(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#view = this.#toView();
    for (const listener of this.#listeners) listener();
  }

  /** Where the server refused the one that was to lead the path, the first that it took does. */
  #leading(): Column | undefined {
    const wanted = this.#find(this.#activeId);
    const isRefused = wanted?.failure && !wanted.isKept;
    return isRefused ? (this.#columns.find(({ isKept }) => isKept) ?? wanted) : wanted;
  }

  #toView(): ComparisonView {
    const columns = this.#columns;
    const shown = columns.map(toShown);
    const leading = this.#leading()?.message.id ?? this.#activeId;
    const answer = withCompared(shown, leading);
    return {
      messages: answer ? [...this.#start.before, answer] : [...this.#start.before],
      kept: columns.filter(({ isKept }) => isKept).map(toShown),
      isLive: columns.some(({ isLive }) => isLive),
      hasBegun: columns.some(({ isLive, message }) => isLive && message.parts.length > 0),
      isAway: columns.some(({ isLive, isAway }) => isLive && isAway),
      isStopping: columns.every(({ isLive, isStopping }) => !isLive || isStopping),
      failures: new Map(columns.flatMap(({ message, failure }) => (failure ? [[message.id, failure]] : []))),
      choices: new Map(
        columns.flatMap(({ message, request }) => (request ? [[message.id, request.choice]] : [])),
      ),
      stopping: new Set(columns.flatMap(({ message, isStopping }) => (isStopping ? [message.id] : []))),
    };
  }
}

function toColumn({ message, request }: ColumnStart): Column {
  const isLive = request !== null || message.metadata?.status === "streaming";
  return {
    message: alone(message),
    request,
    isLive,
    isAway: false,
    isStopping: false,
    isKept: request === null,
    failure: null,
  };
}

/** What the server has is not asked for twice. */
const requestOf = ({ isKept, request }: Column): ReplyRequest | null => (isKept ? null : request);

/** One that could not be had is not being written. */
function toShown({ message, isLive, failure }: Column): WyeMessage {
  const { metadata } = message;
  if (isLive || failure === null || metadata === undefined || metadata.status !== "streaming") return message;
  return { ...message, metadata: { ...metadata, status: "failed" } };
}
