import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ErrorData } from "@/lib/errors";
import { createdAt, instant, teamId } from "./columns";
import { provider } from "./provider";

/** One of a provider's keys, or the way to one that takes none. */
export const credential = pgTable(
  "credential",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    providerId: uuid("provider_id").notNull(),
    /** AES-256-GCM, see lib/providers/seal. Null where the vendor takes no key. */
    apiKeySealed: text("api_key_sealed"),
    apiKeyLast4: text("api_key_last4"),
    /** Null: the provider's address. */
    baseUrl: text("base_url"),
    /** Its share of the calls among its provider's; 0: only where no other can be used. */
    weight: integer("weight").notNull().default(1),
    /** Result of the last try; null when it worked. */
    lastError: jsonb("last_error").$type<ErrorData>(),
    testedAt: instant("tested_at"),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index("credential_provider_idx").on(table.teamId, table.providerId),
    foreignKey({
      columns: [table.teamId, table.providerId],
      foreignColumns: [provider.teamId, provider.id],
    }).onDelete("cascade"),
  ],
);

/** What went wrong with a credential lately, see lib/providers/circuit. Written only when it changes: one that always
 *  worked has no row. */
export const circuit = pgTable(
  "circuit",
  {
    teamId: teamId(),
    credentialId: uuid("credential_id").notNull(),
    failures: integer("failures").notNull().default(0),
    openings: integer("openings").notNull().default(0),
    openedAt: instant("opened_at"),
    openUntil: instant("open_until"),
    probeUntil: instant("probe_until"),
    lastFailureAt: instant("last_failure_at"),
    lastError: jsonb("last_error").$type<ErrorData>(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.credentialId] }),
    foreignKey({
      columns: [table.teamId, table.credentialId],
      foreignColumns: [credential.teamId, credential.id],
    }).onDelete("cascade"),
  ],
);
