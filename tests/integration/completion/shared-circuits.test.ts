import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listUsableCredentials } from "@/db/queries/credentials";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { TITLE_INSTRUCTION } from "@/lib/chat/title";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type Replica, startReplica } from "../chat/start-replica";
import { FailoverWorld } from "./failover-world";

let world: FailoverWorld;
let owner: Context;
let one: Replica;
let two: Replica;
beforeAll(async () => {
  world = await FailoverWorld.open({ first: ["m-first"], second: ["m-second"] });
  owner = await world.owner("first", "second");
  await world.setMode(owner, "first/m-first", "second/m-second");
  const { AUTH_SECRET = "", WYE_ENCRYPTION_KEY = "" } = process.env;
  const env = { DATABASE_URL: world.database.url, AUTH_SECRET, WYE_ENCRYPTION_KEY };
  [one, two] = await Promise.all([startReplica(env), startReplica(env)]);
});
afterAll(async () => {
  await Promise.all([one.kill(), two.kill()]);
  await world.close();
});

const question = (): ReplyInput => ({
  ...{ chatId: newId(), answerId: newId(), parentId: null },
  message: { id: newId(), text: "What is it?" },
  choice: { kind: "mode", mode: "knowledge" },
});

/** @returns which model answered */
async function answered(replica: Replica): Promise<string> {
  const input = question();
  await (await replica.start(owner, input)).ended;
  const rows = await world.rows(owner);
  const last = rows.findLast(({ messageId, purpose }) => messageId === input.answerId && purpose === "chat");
  return `${last?.model} ${last?.outcome}`;
}

/** Questions that reached a host, titles apart. */
const asked = (name: string): number =>
  world
    .host(name)
    .calls.filter(
      ({ model, body }) => model !== null && !JSON.stringify(body).includes(TITLE_INSTRUCTION.slice(0, 20)),
    ).length;

async function circuitOfFirst() {
  const keys = await listUsableCredentials(world.database.db, owner.actor.teamId);
  return keys.find(({ circuit }) => circuit !== null)?.circuit;
}

test("a circuit that one replica opens is open for the other at once; one of both probes; it closes for both", async () => {
  world.host("first").script("m-first", { fault: "server_error" });
  for (let n = 0; n < 3; n++) expect(await answered(one)).toBe("m-second complete");
  expect(asked("first")).toBe(3);
  expect((await circuitOfFirst())?.openUntil).not.toBeNull();
  expect(await answered(two)).toBe("m-second complete");
  expect(asked("first")).toBe(3);

  await world.database.db.execute(sql`
    update circuit set opened_at = opened_at - interval '1 hour', open_until = open_until - interval '1 hour'
    where team_id = ${owner.actor.teamId}`);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  world.host("first").script("m-first", { text: "I am back.", hold: { afterTokens: 1, released } });
  const many = [one, two, one, two, one, two].map((replica) => answered(replica));
  const others = await Promise.race([
    Promise.all(many).then(() => "none waited"),
    expect
      .poll(() => asked("second"))
      .toBe(4 + 5)
      .then(() => "five"),
  ]);
  expect(others).toBe("five");
  expect(asked("first")).toBe(4);
  release();
  expect((await Promise.all(many)).toSorted()).toEqual([
    "m-first complete",
    ...Array.from({ length: 5 }, () => "m-second complete"),
  ]);
  await expect.poll(async () => (await circuitOfFirst())?.openUntil).toBeNull();
  expect([await answered(one), await answered(two)]).toEqual(["m-first complete", "m-first complete"]);
});

test("a probe that fails on one replica keeps it open for the other, and both have their answers", async () => {
  world.host("first").script("m-first", { fault: "server_error" });
  for (let n = 0; n < 3; n++) expect(await answered(two)).toBe("m-second complete");
  await world.database.db.execute(sql`
    update circuit set opened_at = opened_at - interval '1 hour', open_until = open_until - interval '1 hour'
    where team_id = ${owner.actor.teamId}`);
  const before = asked("first");
  expect(await answered(one)).toBe("m-second complete");
  expect(asked("first")).toBe(before + 1);
  expect(await answered(two)).toBe("m-second complete");
  expect(asked("first")).toBe(before + 1);
  expect(await circuitOfFirst()).toMatchObject({ openings: 2 });
});
