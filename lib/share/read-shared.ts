import type { Db } from "@/db/client";
import { listMessages, listTree } from "@/db/queries/messages";
import { findOpenShare, type ShareRow } from "@/db/queries/shares";
import type { Viewer } from "@/lib/auth/viewer";
import type { ReadMessage } from "@/lib/chat/read-message";
import { pathAbove } from "@/lib/chat/tree";
import { isAllowed } from "@/lib/permissions/require-permission";
import { readShareToken } from "./share-token";

const MOST_MESSAGES = 200;
const MOST_BYTES = 1024 * 1024;

export interface SharedChat {
  title: string | null;
  /** Who shared it, and of which team; null where readers are not told. */
  by: { person: string; team: string } | null;
  sharedAt: Date;
  /** Oldest first. */
  messages: ReadMessage[];
  /** Whether there is more above, which is too much for a page. */
  cut: boolean;
}

type Reader = Pick<Viewer, "context" | "teams"> | null;

/** What a link shows to this reader, who may be nobody. Null when it was never given out, has expired, was revoked, its
 *  chat is gone, or it is for a team that the reader is not in: nothing tells which. */
export async function readShared(db: Db, token: string, reader: Reader): Promise<SharedChat | null> {
  const read = readShareToken(token);
  const found = read && (await findOpenShare(db, read.teamId, read.tokenHash));
  if (!found || !mayRead(found.share, reader)) return null;
  const { share, by, team } = found;
  const { ids, cut } = await pathOf(db, share);
  const rows = await listMessages(db, share.teamId, ids, MOST_BYTES);
  const texts = new Map(rows.map(({ message }) => [message.id, message]));
  const messages = ids.toReversed().flatMap((id): ReadMessage[] => {
    const message = texts.get(id);
    if (message === undefined) return [];
    const { role, text, modelName, status, createdAt } = message;
    return [{ id, role, text, modelName, status, createdAt: createdAt.toISOString() }];
  });
  return {
    title: share.title,
    by: share.named ? { person: by, team } : null,
    sharedAt: share.createdAt,
    messages,
    cut: cut || messages.length < ids.length,
  };
}

function mayRead({ audience, teamId }: ShareRow, reader: Reader): boolean {
  if (audience === "anyone") return true;
  const held = reader?.teams.find(({ id }) => id === teamId);
  const actor = reader?.context.actor;
  if (!held || actor?.kind !== "person") return false;
  return isAllowed({ ...actor, teamId, role: held.role }, "share:read");
}

/** The messages that were shown when it was shared and are not deleted since, the last one first. */
async function pathOf(db: Db, { teamId, chatId, leafId }: ShareRow) {
  const nodes = await listTree(db, teamId, chatId);
  const above = pathAbove(nodes, leafId)?.map(({ node }) => node.id) ?? [];
  const isThere = nodes.some(({ id, deleted }) => id === leafId && !deleted);
  const ids = (isThere ? [...above, leafId] : above).toReversed();
  return { ids: ids.slice(0, MOST_MESSAGES), cut: ids.length > MOST_MESSAGES };
}
