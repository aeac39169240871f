import type { MessageRole, MessageStatus } from "./message";

/** What a message says, for who only reads it. */
export interface ReadMessage {
  id: string;
  role: MessageRole;
  text: string;
  modelName: string | null;
  status: MessageStatus;
  /** ISO 8601. */
  createdAt: string;
}
