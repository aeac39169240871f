import { afterAll, beforeAll, expect, test } from "vitest";
import { insertPerson } from "@/db/queries/people";
import { upsertMembership } from "@/db/queries/teams";
import { sessionLifetime } from "@/lib/auth/session-lifetime";
import { writeSessionToken } from "@/lib/auth/session-token";
import { startSession } from "@/lib/auth/start-session";
import { findLonePerson } from "@/lib/auth/viewer";
import { newId } from "@/lib/ids";
import { PERMISSIONS } from "@/lib/permissions/permissions";
import { isAllowed } from "@/lib/permissions/require-permission";
import { createPersonalSpace } from "@/lib/teams/create-personal-space";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { type Served, serveRoutes } from "../openai-api/serve-routes";

let database: FreshDatabase;
let served: Served;
beforeAll(async () => {
  database = await freshDatabase();
  setTestSecrets();
  process.env.DATABASE_URL = database.url;
  const [own, team] = await Promise.all([
    import("@/app/api/account/export/route"),
    import("@/app/api/audit/route"),
  ]);
  served = await serveRoutes({ "GET /api/account/export": own.GET, "GET /api/audit": team.GET });
});
afterAll(async () => {
  await served.close();
  await database.drop();
});

async function newLonePerson() {
  const id = newId();
  await insertPerson(database.db, { id, email: `${id}@example.com`, name: "Lone" });
  const session = await writeSessionToken(
    await startSession(database.db, id, null),
    sessionLifetime().totalSeconds,
  );
  return { id, session };
}

const open = (path: string, session: string) =>
  fetch(`${served.url}${path}`, { headers: { cookie: `authjs.session-token=${session}` } });

test("a person whom no team has can take their own data along, and nothing of a team", async () => {
  const { session } = await newLonePerson();
  const own = await open("/api/account/export", session);
  expect([own.status, own.headers.get("content-type")]).toEqual([200, "application/zip"]);
  await own.body?.cancel();
  expect((await open("/api/audit", session)).status).toBe(401);
});

test("they act in no team, as who may do nothing that takes more than a guest's role", async () => {
  const { id, session } = await newLonePerson();
  const found = await findLonePerson({ session, requestId: newId(), address: null });
  const actor = found?.context.actor;
  if (!found || actor?.kind !== "person") throw new Error("nobody was found");
  expect(actor).toMatchObject({ personId: id, role: "guest", instanceAdmin: false });
  const open = Object.keys(PERMISSIONS).filter((name) => isAllowed(actor, name as keyof typeof PERMISSIONS));
  expect(open.sort()).toEqual(["policy:read", "role:read", "share:read", "team:leave", "usage:read-own"]);
});

test("who has a team, or a space of their own, is not one of them any more", async () => {
  const { id, session } = await newLonePerson();
  const find = () => findLonePerson({ session, requestId: newId(), address: null });
  const lone = await find();
  if (lone) await createPersonalSpace(lone.context, "Mine");
  expect(await find()).toBeNull();
  const other = await newLonePerson();
  await upsertMembership(database.db, {
    teamId: (await newTeam(database.db)).teamId,
    personId: other.id,
    role: "member",
  });
  expect(await findLonePerson({ session: other.session, requestId: newId(), address: null })).toBeNull();
  expect(id).not.toBe(other.id);
});

test("nobody is found by a session that has ended or was never given out", async () => {
  expect(await findLonePerson({ session: "no token", requestId: newId(), address: null })).toBeNull();
  expect(await findLonePerson({ session: undefined, requestId: newId(), address: null })).toBeNull();
});
