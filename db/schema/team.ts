import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/permissions/roles";
import type { Mode } from "@/lib/router/choice";
import { createdAt, instant, teamId } from "./columns";
import { person } from "./person";

export type TeamKind = "team" | "personal";

export const team = pgTable("team", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  /** A personal one has one member, who owns it, and nobody can be invited to it. */
  kind: text("kind").$type<TeamKind>().notNull().default("team"),
  createdAt: createdAt(),
  /** Its deletion was asked for: until then it can only be read and exported, and an owner can undo that. */
  deletesAt: instant("deletes_at"),
  /** From then on it is hidden from everybody, and a job removes what it holds. */
  deletedAt: instant("deleted_at"),
  /** Set by the instance's administrator: nobody enters it until it is taken back. */
  suspendedAt: instant("suspended_at"),
  /** ISO 4217; what costs are also shown in. Null: in the vendors' own currencies alone. */
  reportingCurrency: text("reporting_currency"),
});

export const membership = pgTable(
  "membership",
  {
    teamId: teamId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>().notNull(),
    /** Since when the member has no access; null: they have. */
    suspendedAt: instant("suspended_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.personId] }),
    foreignKey({ columns: [table.teamId], foreignColumns: [team.id] }).onDelete("cascade"),
    index("membership_person_idx").on(table.personId),
    index("membership_role_idx").on(table.teamId, table.role),
  ],
);

/** A team's models of a mode, in order of preference; no row means the catalogue's order. */
export const modeModels = pgTable(
  "mode_models",
  {
    teamId: teamId(),
    mode: text("mode").$type<Mode>().notNull(),
    models: jsonb("models").$type<string[]>().notNull(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.mode] })],
);
