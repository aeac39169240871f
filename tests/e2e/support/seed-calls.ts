import { connect } from "@/db/client";
import { membership } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { databaseUrlOf } from "@/tests/support/seed-chats";
import { type SeededCalls, seedLedger } from "@/tests/support/seed-ledger";
import type { Wye } from "@/tests/support/server";

const NO_GROUPS = { groupIds: [], managedGroupIds: [] };

/** Puts calls of the owner's into the ledger of a server that runs. */
export async function seedCalls({ dataDir }: Wye, ...calls: readonly SeededCalls[]): Promise<void> {
  const { db, close } = connect(await databaseUrlOf(dataDir), { maxConnections: 1 });
  try {
    const [owner] = await db.select().from(membership).limit(1);
    if (!owner) throw new RangeError("nobody has an account");
    const { teamId, personId } = owner;
    const actor = {
      kind: "person" as const,
      teamId,
      personId,
      role: "owner" as const,
      ...NO_GROUPS,
      instanceAdmin: true,
    };
    const context: Context = { db, actor, requestId: newId() };
    for (const some of calls) await seedLedger(context, some);
  } finally {
    await close();
  }
}
