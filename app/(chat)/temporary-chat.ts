import type { TemporaryActions } from "@/components/chat/temporary-frame";
import { TEMPORARY_IDLE_MS, TEMPORARY_MOST_MS } from "@/lib/chat/temporary";
import { deleteChat, restoreChat } from "./actions";

const HOUR_MS = 60 * 60_000;

/** How long a temporary chat goes, in hours: after its last question, and at the most. */
export const TEMPORARY_SPAN = { idle: TEMPORARY_IDLE_MS / HOUR_MS, most: TEMPORARY_MOST_MS / HOUR_MS };

export const TEMPORARY_ACTIONS: TemporaryActions = { end: deleteChat, restore: restoreChat };
