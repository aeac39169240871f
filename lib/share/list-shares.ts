import { findChat } from "@/db/queries/chats";
import { listShares as listRows } from "@/db/queries/shares";
import { findTeamPolicy } from "@/db/queries/team-policies";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Audience } from "./share-input";

const MOST = 50;

export interface ShareView {
  id: string;
  audience: Audience;
  named: boolean;
  /** ISO 8601. */
  createdAt: string;
  /** Null: it does not end by itself. */
  expiresAt: string | null;
  /** `closed`: the team lets nobody outside read, for now. */
  state: "open" | "expired" | "closed";
}

export interface ChatShares {
  shares: ShareView[];
  /** Whether the team lets chats be read outside it. */
  outside: boolean;
}

/** The links of a chat of one's own. @throws AppError `forbidden`; `not_found` unless the chat is this person's */
export async function listShares({ db, actor }: Context, chatId: string): Promise<ChatShares> {
  requirePermission(actor, "share:write");
  if (!(await findChat(db, actor, chatId))) throw new AppError("not_found");
  const [rows, policy] = await Promise.all([
    listRows(db, actor, chatId, MOST),
    findTeamPolicy(db, actor.teamId),
  ]);
  const outside = policy?.outsideLinks ?? false;
  const now = new Date();
  const shares = rows.map(
    ({ id, audience, named, createdAt, expiresAt }): ShareView => ({
      ...{ id, audience, named },
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      state:
        expiresAt !== null && expiresAt <= now
          ? "expired"
          : audience === "anyone" && !outside
            ? "closed"
            : "open",
    }),
  );
  return { shares, outside };
}
