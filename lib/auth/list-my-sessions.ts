import Bowser from "bowser";
import { listSessionsOf } from "@/db/queries/sessions";
import type { Context } from "@/lib/context";

export interface MySession {
  id: string;
  /** The one that asks. */
  current: boolean;
  /** Null: it did not say. */
  browser: string | null;
  system: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  /** However much it is used. */
  expiresAt: Date;
}

/** Where who asks is signed in, the one used last first. */
export async function listMySessions({ db, actor }: Context, currentId: string): Promise<MySession[]> {
  const rows = await listSessionsOf(db, actor.personId);
  return rows.map(({ userAgent, id, createdAt, lastSeenAt, expiresAt }) => {
    const device = userAgent ? Bowser.parse(userAgent) : null;
    return {
      ...{ id, createdAt, lastSeenAt, expiresAt, current: id === currentId },
      browser: device?.browser.name || null,
      system: device?.os.name || null,
    };
  });
}
