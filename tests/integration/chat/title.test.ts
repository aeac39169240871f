import { afterAll, beforeAll, expect, test } from "vitest";
import { listLedger } from "@/db/queries/ledgers";
import { backgroundIdle } from "@/lib/background";
import { getConversation } from "@/lib/chat/get-conversation";
import { startReply } from "@/lib/chat/start-reply";
import { TITLE_INSTRUCTION } from "@/lib/chat/title";
import { newId } from "@/lib/ids";
import { addProvider } from "@/lib/providers/add-provider";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { asInstance } from "../../support/team";
import { setTestSecrets } from "../../support/test-environment";
import type { Call } from "../../support/upstream/call";
import { startUpstream, type Upstream } from "../../support/upstream/start-upstream";

const isTitle = ({ body }: Call): boolean => JSON.stringify(body).includes(TITLE_INSTRUCTION);
const held = Promise.withResolvers<void>();

let database: FreshDatabase;
let upstream: Upstream;
beforeAll(async () => {
  setTestSecrets();
  [database, upstream] = await Promise.all([
    freshDatabase(),
    startUpstream({
      models: ["plain", "deepseek-reasoner"],
      choose: (call) =>
        isTitle(call)
          ? { text: "A title", hold: { afterTokens: 0, released: held.promise } }
          : { text: "Yes." },
    }),
  ]);
  await addProvider(asInstance(database.db), {
    scope: "instance",
    name: "up",
    vendor: "openai-compatible",
    baseUrl: upstream.baseUrl("openai"),
    apiKey: "sk-test-0123456789abcdef",
  });
});
afterAll(async () => {
  held.resolve();
  await backgroundIdle();
  await Promise.all([database.drop(), upstream.close()]);
});

test("a second question that is quicker than the title of the first pays for no title of its own", async () => {
  const who = await makeActor(database.db, "member");
  const chatId = newId();
  let parentId: string | null = null;
  for (const text of ["Is it?", "And now?"]) {
    const answerId = newId();
    const message = { id: newId(), text };
    const choice = { kind: "model", model: "up/plain" } as const;
    const run = await startReply(who, { chatId, message, parentId, answerId, choice });
    await run.ended;
    await expect.poll(() => upstream.calls.filter(isTitle).length).toBe(1);
    parentId = answerId;
  }
  held.resolve();
  await backgroundIdle();
  const rows = await listLedger(database.db, { teamId: who.actor.teamId }, 10);
  expect(rows.map(({ purpose }) => purpose).sort()).toEqual(["chat", "chat", "title"]);
  expect((await getConversation(who, chatId)).title).toBe("A title");
});

test("a title is given few tokens, and the room to think where a model cannot do without", async () => {
  const who = await makeActor(database.db, "member");
  for (const model of ["plain", "deepseek-reasoner"]) {
    const message = { id: newId(), text: "Is it?" };
    const choice = { kind: "model", model: `up/${model}` } as const;
    const run = await startReply(who, {
      chatId: newId(),
      message,
      parentId: null,
      answerId: newId(),
      choice,
    });
    await run.ended;
    await backgroundIdle();
  }
  const asked = upstream.calls.filter(isTitle).map(({ body }) => body);
  expect(asked.slice(-2)).toMatchObject([
    { model: "plain", max_tokens: 60 },
    { model: "deepseek-reasoner", max_tokens: 460 },
  ]);
});
