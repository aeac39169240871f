import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findPerson } from "@/db/queries/people";
import { findSessionHolder } from "@/db/queries/sessions";
import { person, signInFailures } from "@/db/schema";
import { beginFactor } from "@/lib/auth/factors/begin-factor";
import { confirmFactor } from "@/lib/auth/factors/confirm-factor";
import { totpCode } from "@/lib/auth/factors/totp";
import { hashPassword } from "@/lib/auth/hash-password";
import { proveMe } from "@/lib/auth/prove-me";
import { requireProven } from "@/lib/auth/require-proven";
import { startSession } from "@/lib/auth/start-session";
import type { Context } from "@/lib/context";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { makeActor } from "@/tests/support/people";
import { setTestSecrets } from "@/tests/support/test-environment";

const PASSWORD = "long ago chosen";

let database: FreshDatabase;
let context: Context;
let personId: string;
let sessionId: string;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
});
beforeEach(async () => {
  await database.db.delete(signInFailures);
  context = await makeActor(database.db, "owner");
  personId = context.actor.personId;
  const passwordHash = await hashPassword(PASSWORD);
  await database.db.update(person).set({ passwordHash }).where(eq(person.id, personId));
  sessionId = await startSession(database.db, personId, null);
});
afterAll(() => database.drop());

/** As the wrappers of actions and routes ask it. */
async function ask(): Promise<void> {
  const [holder, row] = await Promise.all([
    findSessionHolder(database.db, sessionId),
    findPerson(database.db, personId),
  ]);
  if (!holder || !row) throw new Error("the session is gone");
  const { id, name, email, preferences } = row;
  await requireProven({
    ...{ context, sessionId, provenAt: holder.provenAt },
    person: { id, name, email, preferences },
  });
}
const grow = () =>
  database.db.execute(
    sql`update session set created_at = now() - interval '16 minutes', proven_at = null where id = ${sessionId}`,
  );
const prove = (given: string) => proveMe(context, { sessionId, given, address: "192.0.2.1" });

test("a recent sign-in counts, and one that is not asks for the password", async () => {
  await ask();
  await grow();
  await expect(ask()).rejects.toMatchObject({ code: "step_up", params: { way: "password" } });
  await expect(prove("not this one")).rejects.toMatchObject({ code: "wrong_credentials" });
  await expect(ask()).rejects.toMatchObject({ code: "step_up" });
  await prove(PASSWORD);
  await ask();
});

test("what was shown long ago does not count, nor in another session", async () => {
  await prove(PASSWORD);
  await database.db.execute(
    sql`update session set created_at = now() - interval '1 hour', proven_at = now() - interval '16 minutes'`,
  );
  await expect(ask()).rejects.toMatchObject({ code: "step_up" });
  await prove(PASSWORD);
  sessionId = await startSession(database.db, personId, null);
  await grow();
  await expect(ask()).rejects.toMatchObject({ code: "step_up" });
});

test("who has a second factor shows a code, and not the password", async () => {
  const { secret } = await beginFactor(context);
  await confirmFactor(context, { code: totpCode(secret, Date.now()), address: "192.0.2.1" });
  await grow();
  await expect(ask()).rejects.toMatchObject({ code: "step_up", params: { way: "code" } });
  await expect(prove(PASSWORD)).rejects.toMatchObject({ code: "wrong_code" });
  await prove(totpCode(secret, Date.now() + 30_000));
  await ask();
});

test("who has neither signs in again: their address is no proof", async () => {
  await database.db.update(person).set({ passwordHash: null }).where(eq(person.id, personId));
  await grow();
  await expect(ask()).rejects.toMatchObject({ code: "step_up", params: { way: "again" } });
  const email = (await findPerson(database.db, personId))?.email ?? "";
  await expect(prove(email)).rejects.toMatchObject({ code: "forbidden" });
});
