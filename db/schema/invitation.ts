import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Role } from "@/lib/permissions/roles";
import { createdAt, instant, teamId } from "./columns";
import { teamGroup } from "./group";
import { team } from "./team";

/** A way into a team. Its link is shown once; what is kept tells only whether a link is the right one. */
export const invitation = pgTable(
  "invitation",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    role: text("role").$type<Role>().notNull(),
    groupId: uuid("group_id"),
    /** Whom it is for, see lib/providers/seal; null: whoever has the link. */
    emailSealed: text("email_sealed"),
    /** Finds those for an address, see lib/invitations/invitation-email; null beside an address: made before it was kept. */
    emailHash: text("email_hash"),
    /** When whoever it was for was erased, and the address with them. */
    emailErasedAt: instant("email_erased_at"),
    /** SHA-256 of the link's secret, in base64url. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    maxUses: integer("max_uses").notNull(),
    usesLeft: integer("uses_left").notNull(),
    revokedAt: instant("revoked_at"),
    /** The mail that brings its newest link; null: none was sent. */
    mailId: uuid("mail_id"),
    /** How often it was put on its way. */
    mails: integer("mails").notNull().default(0),
    /** Null: the instance itself. */
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex("invitation_token_key").on(table.teamId, table.tokenHash),
    index("invitation_expires_idx").on(table.expiresAt),
    index("invitation_email_idx").on(table.emailHash).where(sql`${table.emailSealed} is not null`),
    foreignKey({ columns: [table.teamId], foreignColumns: [team.id] }).onDelete("cascade"),
    foreignKey({
      columns: [table.teamId, table.groupId],
      foreignColumns: [teamGroup.teamId, teamGroup.id],
    }).onDelete("cascade"),
  ],
);
