import type { Choice, Mode } from "./choice";
import type { PastQuestion } from "./classifier/classify";
import type { Effort } from "./effort";
import type { ModelName } from "./model-name";

/** What is asked, as far as routing it takes. */
export interface RoutingRequest {
  choice: Choice;
  /** The question's text. */
  question: string;
  /** Questions before it, the oldest first, with the mode that each was answered in. */
  history: readonly PastQuestion[];
  /** Pictures and files that come with it, pictures included. */
  attachments: number;
  images: number;
  /** Tokens of the whole prompt, estimated. */
  promptTokens: number;
  /** Groups of the person who asks. */
  groupIds: readonly string[];
  /** What answered the turn before; null at the first. */
  before: Before | null;
  /** What the chat's settings say; they bind whoever answers. */
  effort?: Effort | undefined;
  maxOutputTokens?: number | undefined;
  /** Whether another model may answer for one that was chosen by name, should it fail. */
  standIn: boolean;
}

export interface Before extends ModelName {
  mode: Mode | null;
  /** Tokens of the prompt that its vendor holds in its cache, which going elsewhere would throw away. */
  cachedTokens: number;
}
