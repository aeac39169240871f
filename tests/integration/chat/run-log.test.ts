import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginReply } from "@/db/queries/replies";
import { endRun, interruptRun } from "@/db/queries/run-ends";
import {
  type Beat,
  findRunState,
  listRunEvents,
  logRuns,
  purgeRuns,
  requestRunStop,
  watchRun,
} from "@/db/queries/runs";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";

const NOBODY = { model: null, modelName: null, mode: null, callId: null };

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** A run that has just begun. */
async function begun() {
  const { actor } = await makeActor(database.db, "member");
  const run = { teamId: actor.teamId, id: newId(), replica: newId() };
  const reply = {
    ...run,
    personId: actor.personId,
    chatId: newId(),
    choice: { kind: "mode", mode: "knowledge" } as const,
    parentId: null,
    message: { id: newId(), text: "Why?" },
    answerId: run.id,
    deadAfterMs: 20_000,
  };
  expect(await beginReply(database.db, reply)).toEqual({
    begun: "begun untitled",
    settings: null,
    standIn: null,
  });
  return run;
}

const logRun = async (of: { teamId: string; replica: string }, beat: Beat) => {
  const [heard] = await logRuns(database.db, of, [beat]);
  return heard ? { stopped: heard.stopped, watched: heard.watched } : null;
};

const said = (text: string) => JSON.stringify([["text", text]]);
const answer = (text: string) => ({
  ...NOBODY,
  status: "complete" as const,
  text,
  reasoning: "",
  reasoningMs: null,
  finishReason: null,
  error: null,
});

test("an event that is sent again, because its acknowledgement was lost, is written once", async () => {
  const { db } = database;
  const run = await begun();
  const beat = { id: run.id, seq: 1, payload: said("one"), known: NOBODY };
  expect(await logRun(run, beat)).toEqual({ stopped: false, watched: false });
  expect(await logRun(run, beat)).toEqual({ stopped: false, watched: false });
  expect(await listRunEvents(db, run, 0)).toEqual([{ seq: 1, payload: said("one") }]);
  const last = { seq: 2, payload: said("two") };
  const end = {
    ...run,
    events: [{ seq: 1, payload: said("one") }, last],
    lastSeq: 2,
    reply: answer("onetwo"),
  };
  await endRun(db, end);
  await endRun(db, end);
  expect(await listRunEvents(db, run, 0)).toHaveLength(2);
  expect(await findRunState(db, run)).toMatchObject({ state: "over", lastSeq: 2 });
});

test("only the process that began a run writes it, and none once it is over", async () => {
  const { db } = database;
  const run = await begun();
  const beat = { id: run.id, seq: 1, payload: said("one"), known: NOBODY };
  expect(await logRun({ ...run, replica: newId() }, beat)).toBeNull();
  await endRun(db, { ...run, replica: newId(), events: [], lastSeq: 0, reply: answer("") });
  expect(await findRunState(db, run)).toMatchObject({ state: "running" });
  await endRun(db, { ...run, events: [], lastSeq: 0, reply: answer("all") });
  expect(await logRun(run, beat)).toBeNull();
  expect(await listRunEvents(db, run, 0)).toEqual([]);
});

test("a heartbeat brings back that somebody watches, and that it is to stop", async () => {
  const { db } = database;
  const run = await begun();
  const beat = { id: run.id, seq: 0, payload: null, known: NOBODY };
  await watchRun(db, run, 60_000);
  expect(await logRun(run, beat)).toEqual({ stopped: false, watched: true });
  await watchRun(db, run, 0);
  await requestRunStop(db, run);
  expect(await logRun(run, beat)).toEqual({ stopped: true, watched: false });
  expect(await listRunEvents(db, run, 0)).toEqual([]);
});

test("a run that speaks is not given up for dead; one that was keeps its whole text when it ends after all", async () => {
  const { db } = database;
  const run = await begun();
  const kept = { text: "half", reasoning: "" };
  expect(await interruptRun(db, run, kept, 20_000)).toBe(false);
  await db.execute(sql`update run set heartbeat_at = now() - interval '1 minute' where id = ${run.id}`);
  expect(await interruptRun(db, run, kept, 20_000)).toBe(true);
  expect(await interruptRun(db, run, kept, 20_000)).toBe(false);
  const text = () =>
    db.execute<{ status: string; text: string }>(sql`
    select status, text from message where id = ${run.id}`);
  expect([...(await text())]).toEqual([{ status: "interrupted", text: "half" }]);
  await endRun(db, { ...run, events: [], lastSeq: 0, reply: answer("the whole") });
  expect([...(await text())]).toEqual([{ status: "complete", text: "the whole" }]);
});

test("the log goes some time after the run is over, and its message stays", async () => {
  const { db } = database;
  const [ended, running] = [await begun(), await begun()];
  await endRun(db, {
    ...ended,
    events: [{ seq: 1, payload: said("all") }],
    lastSeq: 1,
    reply: answer("all"),
  });
  await purgeRuns(db, 60_000);
  expect(await listRunEvents(db, ended, 0)).toHaveLength(1);
  await db.execute(sql`update run set ended_at = now() - interval '2 minutes' where id = ${ended.id}`);
  await purgeRuns(db, 60_000);
  expect(await findRunState(db, ended)).toBeNull();
  expect(await listRunEvents(db, ended, 0)).toEqual([]);
  expect(await findRunState(db, running)).not.toBeNull();
  const left = await db.execute(sql`select text from message where id = ${ended.id}`);
  expect([...left]).toEqual([{ text: "all" }]);
});

test("many runs of a team are written at once, each its own; one that is not this process's stops none", async () => {
  const { db } = database;
  const { actor } = await makeActor(db, "member");
  const replica = newId();
  const of = { teamId: actor.teamId, replica };
  const ids = [newId(), newId(), newId()];
  for (const [at, id] of ids.entries()) {
    const place = { chatId: newId(), parentId: null, message: { id: newId(), text: "Why?" }, answerId: id };
    const who = { teamId: actor.teamId, personId: actor.personId, replica: at === 1 ? newId() : replica };
    const choice = { kind: "mode", mode: "knowledge" } as const;
    await beginReply(db, { ...place, ...who, choice, deadAfterMs: 20_000 });
  }
  const known = { ...NOBODY, model: "openai/gpt-4o", mode: "knowledge" as const };
  const heard = await logRuns(
    db,
    of,
    ids.map((id, at) => ({
      id,
      seq: 1,
      payload: at === 2 ? null : said(id),
      known: at === 2 ? NOBODY : known,
    })),
  );
  expect(new Set(heard.map(({ id }) => id))).toEqual(new Set([ids[0], ids[2]]));
  const events = await Promise.all(ids.map((id) => listRunEvents(db, { ...of, id }, 0)));
  expect(events).toEqual([[{ seq: 1, payload: said(ids[0] ?? "") }], [], []]);
  expect(await findRunState(db, { ...of, id: ids[0] ?? "" })).toMatchObject({ model: "openai/gpt-4o" });
  expect(await findRunState(db, { ...of, id: ids[2] ?? "" })).toMatchObject({ model: null });
});
