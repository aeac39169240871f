import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { apiKey } from "./api-key";
import { createdAt, instant, teamId } from "./columns";

/** A request that a program gave a name to, and for a day what it was answered. Neither the name nor the request can be
 *  read from it, and the reply is sealed under the name. */
export const idempotentReply = pgTable(
  "idempotent_reply",
  {
    teamId: teamId(),
    keyId: uuid("key_id").notNull(),
    nameHash: text("name_hash").notNull(),
    requestHash: text("request_hash").notNull(),
    /** Of the process that answers, once for each time that it is answered. */
    claimId: uuid("claim_id").notNull(),
    /** While the process that answers lives, it moves this on. */
    heartbeatAt: instant("heartbeat_at").notNull().defaultNow(),
    /** Null while it is being answered. */
    endedAt: instant("ended_at"),
    /** Status, headers and body, sealed; null of what ended: it was too large to be kept. */
    reply: text("reply"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.keyId, table.nameHash] }),
    index("idempotent_reply_created_idx").on(table.createdAt),
    foreignKey({
      columns: [table.teamId, table.keyId],
      foreignColumns: [apiKey.teamId, apiKey.id],
    }).onDelete("cascade"),
  ],
);
