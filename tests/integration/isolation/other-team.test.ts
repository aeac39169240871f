import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import type { Slot } from "./fill";
import { BUILD_LIMIT_MS, type IsolatedWorld, openIsolatedWorld, type Tried } from "./isolated-world";
import { type Way, waysOf } from "./make-input";
import { findOperations, servedAction } from "./operations";
import { fingerprintOf, ID_TABLES, type SeededTeam, seedTeam } from "./seed-team";

/** Each route and each action of the sources is asked of a real server by the owner of a team, with the ids of another
 *  team's rows in each place that takes an id: once in one place and once in all. The answer, and what was asked of the
 *  database for it, must be those for ids that nobody has. */

let world: IsolatedWorld;
beforeAll(async () => {
  world = await openIsolatedWorld();
}, BUILD_LIMIT_MS);
afterAll(() => world?.close());

/** Refused with the team's own ids too: the row would have to be of a special kind. */
const OWN_IS_REFUSED = new Set([
  // An answer that stands beside others.
  "pickAnswer",
  // A summary.
  "editSummary",
  "continueFromSummary",
  // Chats of another member than oneself.
  "listMemberChats",
  "readMemberChat",
  // Another member than oneself; a member who manages; a group that was deleted.
  "transferOwnership",
  "setGroupManager",
  "restoreGroup",
  // An invitation for one address, where mail is sent.
  "mailInvitation",
  // A price that was withdrawn.
  "restorePrice",
  // An answer that broke off.
  "POST /api/chat (4)",
]);

const ways = (await findOperations()).flatMap(waysOf);

describe.each(ways.filter(({ slots }) => slots.length > 0))("$name", (way) => {
  test("with the team's own ids is not refused for them", async () => {
    const mine = await seedTeam(world.db);
    const answer = await world.ask(way, mine, (slot) => idOf(mine, slot));
    const refusals = OWN_IS_REFUSED.has(way.name) ? [] : ["not_found", "invalid_input"];
    expect([...refusals, "internal", "unauthenticated"], answer.body).not.toContain(answer.code);
  });

  test.each(targetsOf(way))(
    "with another team's $name answers as with one that nobody has",
    async ({ slots }) => {
      const other = await seedTeam(world.db);
      const before = await fingerprintOf(world.db, other);
      await untilAlike(async () => {
        // Ids are in the order of time, and some are places in a list: those that nobody has are as old.
        const unknown = new Map([...ID_TABLES].map((table) => [table, newId()]));
        const [one, two] = [await seedTeam(world.db), await seedTeam(world.db)];
        const theirs = await askWith(way, one, slots, other.ids);
        const nobodys = await askWith(way, two, slots, unknown);
        expect(theirs.told).toEqual(nobodys.told);
        expect(theirs.answer.code).not.toBe("internal");
        const known = [...other.ids].filter(([table]) => !slots.some((slot) => slot.table === table));
        for (const [, id] of known) expect(theirs.answer.body).not.toContain(id);
        return [countedOf(theirs.answer), countedOf(nobodys.answer)];
      });
      expect(await fingerprintOf(world.db, other)).toBe(before);
    },
  );
});

test("each action of the sources can be asked for", () => {
  const actions = ways.filter(({ operation }) => operation.shape.kind !== "route");
  expect(actions.filter(({ operation }) => servedAction(operation) === null)).toEqual([]);
});

interface Target {
  name: string;
  slots: Slot[];
}

/** Each place by itself, and all at once. */
function targetsOf({ slots }: Way): Target[] {
  const each = slots.map((slot) => ({ name: slot.path, slots: [slot] }));
  // Two things that are made in one request are not the same one.
  const apart = slots.filter(
    (slot, at) =>
      !(slot.isNew && slots.slice(0, at).some(({ isNew, table }) => isNew && table === slot.table)),
  );
  return slots.length > 1 ? [...each, { name: "ids everywhere", slots: apart }] : each;
}

function idOf(team: { ids: ReadonlyMap<string, string> }, slot: Slot): string {
  return slot.isNew ? newId() : (team.ids.get(slot.table) ?? "");
}

interface Asked {
  answer: Tried;
  /** What the answer says but for its ids. */
  told: { status: number; code: string | null; body: string };
}

/** Asks with the team's own ids but in the slots given. */
async function askWith(
  way: Way,
  mine: SeededTeam,
  slots: readonly Slot[],
  ids: ReadonlyMap<string, string>,
): Promise<Asked> {
  const answer = await world.ask(way, mine, (slot) =>
    slots.some(({ path }) => path === slot.path) ? (ids.get(slot.table) ?? "") : idOf(mine, slot),
  );
  const { status, code, body } = answer;
  return { answer, told: { status, code, body: withoutIds(isStream(body) ? saidBy(body) : resultOf(body)) } };
}

const isStream = (body: string): boolean => /^(id|data|event|retry|:)/.test(body);

/** Of an act that sets a cookie Next answers with the page too, whose nonces are new each time: what the act itself says. */
const resultOf = (body: string): string =>
  body.includes('"nonce":"') ? (/^1:\{"ok":.*$/m.exec(body)?.[0] ?? body) : body;

/** What a stream of events says, however it was cut into events. */
function saidBy(body: string): string {
  return [...body.matchAll(/"delta":("(?:[^"\\]|\\.)*")/g)]
    .map(([, text]) => String(JSON.parse(text ?? '""')))
    .join("");
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

function withoutIds(body: string): string {
  return body.replaceAll(ID, "ID").replaceAll(TIME, "TIME");
}

/** In any order: some are asked at the same time. An answer that was begun is written by a run of its own, at a pace of
 *  its own. */
function countedOf({ statements, code }: Tried): string[] {
  const began = code === null && statements.some((statement) => /begin_\w+\(/.test(statement));
  return began ? [] : statements.toSorted();
}

/** What the server does by itself falls between the statements of a request now and then; a difference that is of the
 *  request is there each time. */
const MOST_TIMES = 4;

async function untilAlike(run: () => Promise<[string[], string[]]>): Promise<void> {
  for (let time = 1; ; time += 1) {
    const [theirs, nobodys] = await run();
    if (time === MOST_TIMES) return expect(theirs).toEqual(nobodys);
    if (JSON.stringify(theirs) === JSON.stringify(nobodys)) return;
  }
}
