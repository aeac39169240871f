import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { revokeApiKeysOf } from "@/db/queries/api-keys";
import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address-header";
import { sessionCookieName, writeSessionToken } from "@/lib/auth/session-token";
import { startSession } from "@/lib/auth/start-session";
import { env } from "@/lib/env";
import { SESSION_HEADER } from "@/lib/format/program-request";
import { revokeKey } from "@/lib/keys/revoke-key";
import { changeRole } from "@/lib/members/change-role";
import { suspendMember } from "@/lib/members/suspend-member";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
let personId: string;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.upstream.reset();
  program = await world.program();
  personId = (program.context.actor as { personId: string }).personId;
});

const NEVER = new Promise<void>(() => undefined);
const messages = [{ role: "user", content: "Hi" }];
const WIRES: readonly [path: string, model: string, body: object][] = [
  ["chat/completions", "openai/gpt-4o-mini", { messages }],
  ["responses", "anthropic/claude-sonnet-4-5", { input: "Hi" }],
  ["messages", "openai/gpt-4o-mini", { messages, max_tokens: 99 }],
];
const LOSSES: readonly [how: string, lose: () => Promise<void>][] = [
  ["whose key is revoked", () => revokeKey(program.context, program.keyId)],
  ["all of whose keys end", () => revokeApiKeysOf(world.db, personId)],
  ["who is suspended", async () => suspendMember(await world.team.as("owner"), personId)],
  ["who becomes a guest", async () => changeRole(await world.team.as("owner"), { personId, role: "guest" })],
];
const idOf = (name: string) => name.slice(name.indexOf("/") + 1);
const withKey = () => ({ authorization: `Bearer ${program.key}` });

const ask = (path: string, body: object, headers: Record<string, string>) =>
  fetch(`${world.url}/api/v1/${path}`, {
    ...{ method: "POST", body: JSON.stringify(body) },
    headers: { "content-type": "application/json", ...headers },
  });

/** An answer that the vendor never ends, with its first words read. */
async function begun(path: string, model: string, body: object, headers: Record<string, string>) {
  world.upstream.script(idOf(model), { hold: { afterTokens: 3, released: NEVER } });
  const response = await ask(path, { model, stream: true, ...body }, headers);
  const reader = response.body?.getReader();
  const heard: Uint8Array[] = [];
  const said = () => Buffer.concat(heard).toString();
  const next = async () => {
    const part = await reader?.read();
    if (part?.value) heard.push(part.value);
    return part !== undefined && !part.done;
  };
  while (!said().includes("the")) if (!(await next())) throw new Error(`ended with ${said()}`);
  return async () => {
    while (await next());
    return said();
  };
}

async function isAccountedFor(): Promise<void> {
  const upstreamLeft = () => world.upstream.calls.at(-1)?.disconnectedAt ?? null;
  await expect.poll(upstreamLeft, { timeout: 5_000 }).not.toBeNull();
  const expected = [{ outcome: "stopped", status: "estimated" }];
  await expect.poll(program.rows, { timeout: 5_000 }).toMatchObject(expected);
  expect((await program.rows())[0]?.outputTokens).toBeGreaterThan(0);
}

describe.each(WIRES)("%s of %s: the stream of a program", (path, model, body) => {
  test.each(LOSSES)("%s ends, and what was said is accounted for", async (_how, lose) => {
    const rest = await begun(path, model, body, withKey());
    await lose();
    expect(await rest()).toMatch(/invalid_api_key|authentication_error/);
    await isAccountedFor();
  });
});

test.each(LOSSES)("a program %s gets no whole answer either, nor another model's", async (_how, lose) => {
  world.upstream.script("gpt-4o-mini", { hold: { afterTokens: 0, released: NEVER } });
  const models = ["openai/gpt-4o-mini", "house/local-1"];
  const asked = ask("chat/completions", { models, messages }, withKey());
  await expect.poll(() => world.upstream.calls.length, { timeout: 5_000 }).toBe(1);
  await lose();
  expect((await asked).status).toBe(401);
  expect(world.upstream.calls).toHaveLength(1);
  await expect.poll(program.rows, { timeout: 5_000 }).toMatchObject([{ outcome: "stopped" }]);
});

test("the stream of a page ends once its person is suspended, and goes on while another key of theirs ends", async () => {
  const sessionId = await startSession(world.db, personId, null);
  const headers = {
    ...{
      cookie: `${sessionCookieName()}=${await writeSessionToken(sessionId, 3600)}`,
      [SESSION_HEADER]: "1",
    },
    ...{ origin: new URL(env().AUTH_URL).origin, [CLIENT_ADDRESS_HEADER]: "192.0.2.1" },
  };
  const rest = await begun("chat/completions", "openai/gpt-4o-mini", { messages }, headers);
  await revokeKey(program.context, program.keyId);
  await suspendMember(await world.team.as("owner"), personId);
  expect(await rest()).toContain("error");
  await isAccountedFor();
});

test("nobody else's stream ends with it", async () => {
  const other = await world.program();
  const released = Promise.withResolvers<void>();
  world.upstream.script("gpt-4o-mini", { hold: { afterTokens: 3, released: released.promise } });
  const question = { model: "openai/gpt-4o-mini", stream: true, messages };
  const kept = await ask("chat/completions", question, { authorization: `Bearer ${other.key}` });
  const rest = await begun("responses", "anthropic/claude-sonnet-4-5", { input: "Hi" }, withKey());
  await revokeKey(program.context, program.keyId);
  await rest();
  released.resolve();
  expect(await kept.text()).toContain("[DONE]");
  expect(await other.rows()).toMatchObject([{ outcome: "complete" }]);
});
