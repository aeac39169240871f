import type { ActionResult } from "@/lib/http/action";
import type { ChatShares } from "@/lib/share/list-shares";
import type { ShareInput } from "@/lib/share/share-input";

/** What the server does about a chat's links. */
export interface ShareActions {
  list: (input: { chatId: string }) => Promise<ActionResult<ChatShares>>;
  create: (input: ShareInput) => Promise<ActionResult<{ id: string; link: string }>>;
  setRevoked: (input: { shareId: string; revoked: boolean }) => Promise<ActionResult<void>>;
}
