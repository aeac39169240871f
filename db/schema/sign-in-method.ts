import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Grant, MethodKind } from "@/lib/sign-in/method-input";
import { createdAt, instant } from "./columns";
import { person } from "./person";

/** Reference table: where people can sign in instead of with a password, for the whole instance. */
export const signInMethod = pgTable("sign_in_method", {
  id: uuid("id").primaryKey(),
  /** What its button says. */
  name: text("name").notNull(),
  kind: text("kind").$type<MethodKind>().notNull(),
  issuer: text("issuer").notNull(),
  clientId: text("client_id").notNull(),
  /** See lib/providers/seal. */
  clientSecretSealed: text("client_secret_sealed").notNull(),
  /** Whose word on who has an address of these domains is taken. */
  domains: jsonb("domains").$type<string[]>().notNull(),
  /** The claim that names a person's groups there; null: none is read. */
  groupsClaim: text("groups_claim"),
  grants: jsonb("grants").$type<Grant[]>().notNull(),
  createdAt: createdAt(),
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
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.methodId, table.subjectHash] }),
    index("sign_in_identity_person_idx").on(table.personId),
  ],
);
