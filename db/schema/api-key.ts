import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { KeyScope } from "@/lib/permissions/key-scopes";
import type { ChosenMode } from "@/lib/router/choice";
import { createdAt, instant, teamId } from "./columns";
import { person } from "./person";
import { team } from "./team";

/** A program's way in. The key itself is shown once; what is kept tells only whether a key is the right one. Made by
 *  hand, so a team has dozens; a revoked one stays, for the calls that were made with it. */
export const apiKey = pgTable(
  "api_key",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    /** Whose rights it has, as they are when it is used. */
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    scopes: jsonb("scopes").$type<KeyScope[]>().notNull(),
    /** Patterns of `vendor/model`; null: whatever the team allows. */
    models: jsonb("models").$type<string[]>(),
    /** Null: every mode. */
    modes: jsonb("modes").$type<ChosenMode[]>(),
    /** Addresses and networks it may be used from; null: anywhere. */
    addresses: jsonb("addresses").$type<string[]>(),
    /** SHA-256 of the key, in base64url. */
    tokenHash: text("token_hash").notNull(),
    tokenEnd: text("token_end").notNull(),
    /** Of the key that it replaced, which works until then. */
    previousHash: text("previous_hash"),
    previousUntil: instant("previous_until"),
    expiresAt: instant("expires_at"),
    /** To the minute or so. */
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex("api_key_token_key").on(table.teamId, table.tokenHash),
    index("api_key_previous_idx").on(table.teamId, table.previousHash).where(sql`previous_hash is not null`),
    index("api_key_person_idx").on(table.personId),
    foreignKey({ columns: [table.teamId], foreignColumns: [team.id] }).onDelete("cascade"),
  ],
);
