import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { destroyKey } from "@/lib/audit/destroy-key";
import { type OpenedPersonal, openPersonal } from "@/lib/audit/personal";
import { recordAudit } from "@/lib/audit/record";
import type { SealedPersonal } from "@/lib/audit/sealed-personal";
import { ensureSubjectKeys, findSubjectKeys } from "@/lib/audit/subject-keys";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { transact } from "@/lib/transact";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const NAME = "Ada Lovelace-Byron";

async function entriesOf({ db, actor: { teamId } }: Context) {
  return db.execute<{ id: string; personal: SealedPersonal; whole: string }>(
    sql`select id, personal, audit::text as whole from audit where team_id = ${teamId} order by id`,
  );
}

async function openAll(context: Context): Promise<OpenedPersonal[]> {
  const rows = await entriesOf(context);
  const subjects = rows.flatMap(({ personal }) => Object.values(personal).map(({ subject }) => subject));
  const keys = await findSubjectKeys(context.db, subjects);
  const { teamId } = context.actor;
  return rows.map(({ id, personal }) => openPersonal({ teamId, id }, personal, keys));
}

describe("what is personal in the audit", () => {
  test("is stored sealed and opens while the key is there", async () => {
    const owner = await (await newTeam(database.db)).as("owner");
    const personId = newId();
    const personal = { "after.name": { personId, value: NAME } };
    await transact(owner, (inner) => recordAudit(inner, { action: "member.rename", personal }));
    const [row] = await entriesOf(owner);
    expect(row?.whole).not.toContain("Lovelace");
    expect(await openAll(owner)).toMatchObject([{ "after.name": { subjectId: personId, value: NAME } }]);
  });

  test("is unreadable for good once the key is destroyed, and what comes later seals nothing", async () => {
    const owner = await (await newTeam(database.db)).as("owner");
    const [erased, other] = [newId(), newId()];
    const personal = {
      "after.name": { personId: erased, value: NAME },
      "after.email": { subjectId: other, value: "other@example.com" },
    };
    await recordAudit(owner, { action: "x", personal });
    await transact(owner, ({ db }) => destroyKey(db, erased));
    await recordAudit(owner, { action: "x", personal });
    const left = {
      "after.name": { subjectId: erased, value: null },
      "after.email": { subjectId: other, value: "other@example.com" },
    };
    expect(await openAll(owner)).toMatchObject([left, left]);
    const [, later] = await entriesOf(owner);
    expect(later?.personal["after.name"]).toEqual({ subject: erased, sealed: null });
    const kept = await database.db.execute(
      sql`select key_sealed, destroyed_at is not null as marked from person_key where subject_id = ${erased}`,
    );
    expect(kept).toEqual([{ key_sealed: null, marked: true }]);
  });

  test("is sealed for nobody whose key was destroyed before it was ever made", async () => {
    const subject = newId();
    await destroyKey(database.db, subject);
    expect((await ensureSubjectKeys(database.db, [subject])).get(subject)).toBeNull();
  });

  test("has one key for a person, however many make it at once and in whatever order", async () => {
    const [a, b] = [newId(), newId()];
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        database.db.transaction((tx) => ensureSubjectKeys(tx, n % 2 === 0 ? [a, b] : [b, a])),
      ),
    );
    for (const subject of [a, b]) {
      const keys = new Set(made.map((found) => found.get(subject)?.toString("hex")));
      expect(keys.size).toBe(1);
      expect([...keys][0]).toHaveLength(64);
    }
  });

  test("does not open in another entry, another field or another team", async () => {
    const owner = await (await newTeam(database.db)).as("owner");
    const personId = newId();
    await recordAudit(owner, { action: "x", personal: { name: { personId, value: NAME } } });
    const [row] = await entriesOf(owner);
    if (row === undefined) throw new Error("no entry");
    const keys = await findSubjectKeys(database.db, [personId]);
    const { teamId } = owner.actor;
    const copied = { email: { subject: personId, sealed: row.personal.name?.sealed ?? null } };
    const places = [
      openPersonal({ teamId, id: newId() }, row.personal, keys).name,
      openPersonal({ teamId: newId(), id: row.id }, row.personal, keys).name,
      openPersonal({ teamId, id: row.id }, copied, keys).email,
    ];
    for (const place of places) expect(place).toEqual({ subjectId: personId, value: null });
    expect(openPersonal({ teamId, id: row.id }, row.personal, keys).name?.value).toBe(NAME);
  });
});
