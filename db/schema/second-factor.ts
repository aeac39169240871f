import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";
import { person } from "./person";

const personId = () =>
  uuid("person_id")
    .notNull()
    .references(() => person.id, { onDelete: "cascade" });

/** Reference table: what a person's authenticator app and Wye both know. */
export const secondFactor = pgTable("second_factor", {
  personId: personId().primaryKey(),
  /** The secret, sealed for this person. */
  sealed: text("sealed").notNull(),
  createdAt: createdAt(),
  /** Null until a code has shown that the app has the secret: until then nothing asks for one. */
  confirmedAt: instant("confirmed_at"),
  /** The time step of the code that was used last; no code of it or of one before it is taken again. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
});

/** Reference table: recovery codes that were not used yet, as keyed hashes. */
export const recoveryCode = pgTable(
  "recovery_code",
  { personId: personId(), hash: text("hash").notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.hash] })],
);

/** Reference table: sign-ins that have shown a first factor and owe the second. A row is deleted when it is used. */
export const signInStep = pgTable(
  "sign_in_step",
  {
    hash: text("hash").primaryKey(),
    personId: personId(),
    attempts: integer("attempts").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("sign_in_step_person_idx").on(table.personId),
    index("sign_in_step_expires_idx").on(table.expiresAt),
  ],
);
