import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Grant, MethodKind } from "@/lib/sign-in/method-input";
import { createdAt, instant } from "./columns";
import { person } from "./person";

/** Reference table: where people can sign in instead of with a password, for the whole instance. */
export const signInMethod = pgTable("sign_in_method", {
  id: uuid("id").primaryKey(),
  /** What its button says. */
  name: text("name").notNull(),
  kind: text("kind").$type<MethodKind>().notNull(),
  /** Where people are asked who they are. */
  issuer: text("issuer").notNull(),
  /** Where the server asks about them, if it is another host. */
  apiUrl: text("api_url"),
  clientId: text("client_id").notNull(),
  /** See lib/providers/seal. */
  clientSecretSealed: text("client_secret_sealed").notNull(),
  /** Whose word on who has an address of these domains is taken. */
  domains: jsonb("domains").$type<string[]>().notNull(),
  /** What the provider calls the companies whose people may come; for vendors that serve many at one address. */
  tenants: jsonb("tenants").$type<string[]>().notNull().default([]),
  /** The claim that names a person's groups there; null: none is read. */
  groupsClaim: text("groups_claim"),
  grants: jsonb("grants").$type<Grant[]>().notNull(),
  createdAt: createdAt(),
  /** Since when nobody can sign in by it, until it is switched on again. */
  switchedOffAt: instant("switched_off_at"),
  /** Since when it counts as gone; it can be had back for a while. */
  removedAt: instant("removed_at"),
});

/** Reference table: who somebody there is here. */
export const signInIdentity = pgTable(
  "sign_in_identity",
  {
    methodId: uuid("method_id")
      .notNull()
      .references(() => signInMethod.id, { onDelete: "cascade" }),
    /** SHA-256 of what the provider calls them, in base64url. */
    subjectHash: text("subject_hash").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** The person added it to their account while signed in; whether its address is theirs was not asked. */
    selfAdded: boolean("self_added").notNull().default(false),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at").notNull().defaultNow(),
    /** By which the provider is asked whether they are still there; null: it gave none. See lib/providers/seal. */
    refreshTokenSealed: text("refresh_token_sealed"),
    /** When it was asked last. */
    refreshedAt: instant("refreshed_at").notNull().defaultNow(),
    /** Since when the provider takes what it gave no more, until they sign in there again. */
    refreshEndedAt: instant("refresh_ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.methodId, table.subjectHash] }),
    index("sign_in_identity_person_idx").on(table.personId),
    index("sign_in_identity_refresh_idx")
      .on(table.refreshedAt)
      .where(sql`${table.refreshTokenSealed} is not null`),
  ],
);
