import { sql } from "drizzle-orm";
import {
  foreignKey,
  getTableConfig,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import * as schema from "@/db/schema";
import { REFERENCE_TABLES } from "./reference-tables";
import { sourceFiles } from "./source-files";
import { tablesOf, undistributable } from "./team-tables";

const teamId = () => uuid("team_id").notNull();
const id = () => uuid("id").notNull();
const parent = pgTable("parent", { teamId: teamId(), id: id() }, (t) => [
  primaryKey({ columns: [t.teamId, t.id] }),
]);
const reference = pgTable("person", { id: id().primaryKey() });

describe("tables of a team", () => {
  test("each begins its keys with its team", () => {
    expect(undistributable(tablesOf(schema), REFERENCE_TABLES)).toEqual([]);
  });

  test("the schema exports every table that a file declares", () => {
    const declared = sourceFiles(/^db\/schema\/.*\.ts$/).flatMap(
      (file) => file.text.match(/\bpgTable\(/g) ?? [],
    );
    expect(tablesOf(schema)).toHaveLength(declared.length);
  });

  test("each reference table exists and has no team", () => {
    const teamless = tablesOf(schema).filter((table) =>
      undistributable([table], []).some((x) => x.endsWith("no team_id")),
    );
    expect(teamless.map((table) => getTableConfig(table).name).sort()).toEqual(REFERENCE_TABLES);
  });

  test.each([
    ["without its team", pgTable("x", { id: id().primaryKey() }), "x: no team_id"],
    [
      "with its id as the key",
      pgTable("x", { teamId: teamId(), id: id().primaryKey() }),
      "x: primary key (id)",
    ],
    ["without a key", pgTable("x", { teamId: teamId() }), "x: primary key ()"],
    [
      "with its team second",
      pgTable("x", { teamId: teamId(), id: id() }, (t) => [primaryKey({ columns: [t.id, t.teamId] })]),
      "x: primary key (id, team_id)",
    ],
    [
      "with a unique column",
      pgTable("x", { teamId: teamId().primaryKey(), name: text("name").unique() }),
      "x: unique (name)",
    ],
    [
      "with a unique constraint across teams",
      pgTable("x", { teamId: teamId().primaryKey(), name: text("name") }, (t) => [
        unique().on(t.name, t.teamId),
      ]),
      "x: unique (name, team_id)",
    ],
    [
      "with a unique index across teams",
      pgTable("x", { teamId: teamId().primaryKey(), name: text("name") }, (t) => [
        uniqueIndex("x_name").on(sql`lower(${t.name})`),
      ]),
      "x: unique index (expression)",
    ],
    [
      "with a foreign key across teams",
      pgTable("x", { teamId: teamId().primaryKey(), parentId: uuid("parent_id") }, (t) => [
        foreignKey({ columns: [t.parentId], foreignColumns: [parent.id] }),
      ]),
      "x: foreign key (parent_id)",
    ],
  ])("a table %s is found", (_name, table, found) => {
    expect(undistributable([table], [])).toContain(found);
  });

  test("a reference table that has a team is found", () => {
    expect(undistributable([parent], ["parent"])).toEqual(["parent: has a team after all"]);
  });

  test("keys that begin with the team, and keys to reference tables, pass", () => {
    const table = pgTable(
      "x",
      {
        teamId: teamId(),
        id: id(),
        parentId: uuid("parent_id"),
        personId: uuid("person_id").references(() => reference.id),
      },
      (t) => [
        primaryKey({ columns: [t.teamId, t.id] }),
        foreignKey({ columns: [t.teamId, t.parentId], foreignColumns: [parent.teamId, parent.id] }),
        uniqueIndex("x_parent").on(t.teamId, t.parentId),
      ],
    );
    expect(undistributable([table, reference], ["person"])).toEqual([]);
  });
});
