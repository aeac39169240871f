import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, teamId } from "./columns";
import { membership, team } from "./team";

/** A department, a class: some of a team's members. A deleted one keeps its row for a while, so that it can be had
 *  back with its members and with what was set for it; until then it counts for nothing. */
export const teamGroup = pgTable(
  "team_group",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    createdAt: createdAt(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    foreignKey({ columns: [table.teamId], foreignColumns: [team.id] }).onDelete("cascade"),
    uniqueIndex("team_group_name_key")
      .on(table.teamId, sql`lower(${table.name})`)
      .where(sql`${table.deletedAt} is null`),
  ],
);

/** Who is in a group, and who manages it: a manager sees and limits this group alone. */
export const groupMember = pgTable(
  "group_member",
  {
    teamId: teamId(),
    groupId: uuid("group_id").notNull(),
    personId: uuid("person_id").notNull(),
    manager: boolean("manager").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.groupId, table.personId] }),
    index("group_member_person_idx").on(table.teamId, table.personId),
    foreignKey({
      columns: [table.teamId, table.groupId],
      foreignColumns: [teamGroup.teamId, teamGroup.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.teamId, table.personId],
      foreignColumns: [membership.teamId, membership.personId],
    }).onDelete("cascade"),
  ],
);
