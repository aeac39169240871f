import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Preferences } from "@/lib/auth/preferences";
import { createdAt, instant } from "./columns";

/** Reference table: a person is not a team's. */
export const person = pgTable(
  "person",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** `scrypt:N:r:p:salt:hash`, or null for a person who signs in elsewhere. */
    passwordHash: text("password_hash"),
    instanceAdmin: boolean("instance_admin").notNull().default(false),
    preferences: jsonb("preferences").$type<Preferences>().notNull().default({}),
    createdAt: createdAt(),
    /** When they showed that the address is theirs. */
    emailVerifiedAt: instant("email_verified_at"),
    suspendedAt: instant("suspended_at"),
    /** From then on the row says nothing of the person; it goes once a job has removed what they wrote. */
    erasedAt: instant("erased_at"),
  },
  (table) => [
    uniqueIndex("person_email_key").on(sql`lower(${table.email})`),
    index("person_erased_idx").on(table.erasedAt).where(sql`${table.erasedAt} is not null`),
    index("person_name_idx").on(sql`lower(${table.name})`, table.id),
  ],
);

/** What a sign-in token refers to; checked on every request, so that it can be listed and revoked. */
export const session = pgTable(
  "session",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    userAgent: text("user_agent"),
    /** The sign-in method that it began by, which may be gone since; null: a password or a link. */
    methodId: uuid("method_id"),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    /** It ends when nobody has used it for so long. */
    idleSeconds: integer("idle_seconds")
      .notNull()
      .default(14 * 24 * 60 * 60),
    /** And at last then, however much it is used. */
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    /** When whoever uses it last showed again who they are; null: not since they signed in. */
    provenAt: instant("proven_at"),
  },
  (table) => [
    index("session_person_idx").on(table.personId),
    index("session_expires_idx").on(table.expiresAt),
  ],
);
