import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { purgeReplies } from "@/db/queries/idempotent-replies";
import { revokeKey } from "@/lib/keys/revoke-key";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.upstream.reset();
  program = await world.program();
});

const TEXT = "Hello from the upstream, word by word.";
const MODELS = ["openai/gpt-4o-mini", "anthropic/claude-sonnet-4-5"];
const idOf = (name: string) => name.slice(name.indexOf("/") + 1);
const messages = [{ role: "user" as const, content: "What is new?" }];

function send(
  name: string,
  body: object,
  { path = "chat/completions", key = program.key, left }: Sending = {},
) {
  return fetch(`${world.url}/api/v1/${path}`, {
    method: "POST",
    headers: {
      ...{ authorization: `Bearer ${key}`, "content-type": "application/json" },
      "idempotency-key": name,
    },
    body: JSON.stringify(body),
    signal: left ?? null,
  });
}

interface Sending {
  path?: string;
  key?: string;
  left?: AbortSignal;
}

const asked = () => world.upstream.calls.length;
const replayed = (response: Response) => response.headers.get("idempotent-replayed");

describe.each(MODELS)("%s", (model) => {
  test.each([
    ["chat/completions", false],
    ["chat/completions", true],
    ["messages", false],
    ["messages", true],
  ])(
    "%s (stream: %s) answers the same request again with the same bytes, and asks nobody",
    async (path, stream) => {
      const body = { model, messages, stream, max_tokens: 99 };
      const first = await send("one", body, { path });
      const said = await first.text();
      expect([first.status, replayed(first)]).toEqual([200, null]);
      expect(said).toContain(stream ? "Hello" : TEXT);
      const again = await send("one", body, { path });
      expect([again.status, replayed(again), await again.text()]).toEqual([200, "true", said]);
      for (const name of ["x-wye-model", "x-wye-decision", "x-wye-cost", "content-type"])
        expect(again.headers.get(name)).toBe(first.headers.get(name));
      expect(asked()).toBe(1);
      expect(await program.rows()).toHaveLength(1);
    },
  );

  test("another request under the same name is refused", async () => {
    await (await send("one", { model, messages })).text();
    const other = await send("one", { model, messages, temperature: 0 });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({
      error: { code: "idempotency_reused", type: "invalid_request_error", param: "Idempotency-Key" },
    });
    const elsewhere = await send("one", { model, messages, max_tokens: 9 }, { path: "messages" });
    expect(elsewhere.status).toBe(422);
    expect(await elsewhere.json()).toMatchObject({
      type: "error",
      error: { type: "invalid_request_error", message: expect.stringContaining("Idempotency-Key") },
    });
    expect(asked()).toBe(1);
  });

  test("while it is answered it is refused, to be repeated; of many at once one asks", async () => {
    const held = Promise.withResolvers<void>();
    world.upstream.script(idOf(model), { hold: { afterTokens: 0, released: held.promise } });
    const sent = Array.from({ length: 6 }, () => send("one", { model, messages }));
    const first = await Promise.race(sent);
    expect([first.status, first.headers.get("retry-after")]).toEqual([409, "1"]);
    expect(await first.json()).toMatchObject({ error: { code: "idempotency_running" } });
    await expect.poll(asked).toBe(1);
    held.resolve();
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(replayed(await send("one", { model, messages }))).toBe("true");
    expect(await program.rows()).toHaveLength(1);
  });

  test("a failure leaves its name free", async () => {
    world.upstream.script(idOf(model), { fault: "bad_request" });
    expect((await send("one", { model, messages })).status).toBe(400);
    world.upstream.reset();
    const again = await send("one", { model, messages });
    expect([again.status, replayed(again)]).toEqual([200, null]);
  });

  test("a stream that broke off, or whose client left, is asked for anew", async () => {
    const body = { model, messages, stream: true };
    world.upstream.script(idOf(model), { fault: "cut" });
    expect(await (await send("one", body)).text()).toContain("error");
    world.upstream.script(idOf(model), { hold: { afterTokens: 2, released: new Promise(() => undefined) } });
    const left = new AbortController();
    const response = await send("one", body, { left: left.signal });
    await response.body?.getReader().read();
    left.abort();
    await expect.poll(() => world.upstream.calls.at(-1)?.disconnectedAt).not.toBeNull();
    world.upstream.reset();
    const ask = async () => (await send("one", body)).text();
    await expect.poll(ask).toMatch(/data: \[DONE\]\n\n$/);
    const last = await send("one", body);
    expect(replayed(last)).toBe("true");
    expect(await last.text()).toMatch(/data: \[DONE\]\n\n$/);
  });
});

describe("a name", () => {
  const body = { model: "openai/gpt-4o-mini", messages };

  test("is of one key: another's same name is another", async () => {
    const other = await world.program();
    await (await send("one", body)).text();
    expect(replayed(await send("one", body, { key: other.key }))).toBeNull();
    expect(asked()).toBe(2);
  });

  test.each([" ", "a b", "ü".repeat(3), "x".repeat(256)])("%j is none", async (name) => {
    const refused = await send(encodeURI(name) === name ? name : name.replaceAll("ü", "\u00fc"), body);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { param: "Idempotency-Key" } });
    expect(asked()).toBe(0);
  });

  test("whose process died is free once that is silent for long enough", async () => {
    const held = Promise.withResolvers<void>();
    world.upstream.script("gpt-4o-mini", { hold: { afterTokens: 0, released: held.promise } });
    const first = send("one", body);
    await expect.poll(asked).toBe(1);
    await world.db.execute(sql`update idempotent_reply set heartbeat_at = now() - interval '1 minute'`);
    const second = send("one", body);
    await expect.poll(asked).toBe(2);
    held.resolve();
    const replies = await Promise.all([first, second]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    // What is kept is of the one that holds it.
    expect(await (await send("one", body)).text()).toBe(await replies[1].text());
  });

  test("is kept for a day, and its reply cannot be read where it lies", async () => {
    await (await send("secret-name", body)).text();
    const [row] = await world.db.execute<Record<string, string>>(
      sql`select * from idempotent_reply where key_id = ${program.keyId}`,
    );
    expect(row?.reply).toMatch(/^v1\./);
    const whole = JSON.stringify(row);
    for (const word of ["secret-name", "What is new", "Hello", Buffer.from("Hello from").toString("base64")])
      expect(whole).not.toContain(word);
    const age = (hours: number) =>
      world.db.execute(sql`update idempotent_reply set created_at = now() - make_interval(hours => ${hours})
        where key_id = ${program.keyId}`);
    await age(23);
    await purgeReplies(world.db, 24 * 60 * 60);
    expect(replayed(await send("secret-name", body))).toBe("true");
    await age(25);
    expect(replayed(await send("secret-name", body))).toBeNull();
    await age(25);
    await purgeReplies(world.db, 24 * 60 * 60);
    const left = await world.db.execute(sql`select 1 from idempotent_reply where key_id = ${program.keyId}`);
    expect([...left]).toEqual([]);
  });

  test("opens nothing to who may not ask any more", async () => {
    await (await send("one", body)).text();
    await revokeKey(program.context, program.keyId);
    expect((await send("one", body)).status).toBe(401);
  });

  test("of a request that is not valid is not taken", async () => {
    expect((await send("one", { model: "openai/gpt-4o-mini" })).status).toBe(400);
    expect((await send("one", body)).status).toBe(200);
  });
});
