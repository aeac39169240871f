import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address-header";
import { sessionCookieName, writeSessionToken } from "@/lib/auth/session-token";
import { startSession } from "@/lib/auth/start-session";
import { env } from "@/lib/env";
import { setFeature } from "@/lib/features/set-feature";
import { SESSION_HEADER } from "@/lib/format/program-request";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
let cookie: string;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.upstream.reset();
  program = await world.program();
  const { personId } = program.context.actor as { personId: string };
  cookie = await cookieOf(personId);
});

async function cookieOf(personId: string): Promise<string> {
  const sessionId = await startSession(world.db, personId, null);
  return `${sessionCookieName()}=${await writeSessionToken(sessionId, 3600)}`;
}

const QUESTION = { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "What is new?" }] };

/** As the browser of somebody who is signed in sends it. */
const ask = (headers: Record<string, string>) =>
  fetch(`${world.url}/api/v1/chat/completions`, {
    method: "POST",
    body: JSON.stringify(QUESTION),
    headers: { "content-type": "application/json", cookie, [CLIENT_ADDRESS_HEADER]: "192.0.2.1", ...headers },
  });
const own = () => ({ [SESSION_HEADER]: "1", origin: new URL(env().AUTH_URL).origin });

test("a page asks as the person who is signed in, and the call is theirs", async () => {
  const response = await ask(own());
  expect(response.status, await response.clone().text()).toBe(200);
  expect(await program.rows()).toMatchObject([{ purpose: "api", outcome: "complete", keyId: null }]);
  const [row] = await program.rows();
  expect(response.headers.get("x-wye-cost")).toContain(String(row?.currency));
});

test("a cookie alone is nobody's: another site's form is refused, and asks nothing", async () => {
  const origin = "https://elsewhere.example";
  for (const [headers, status] of [
    [{}, 401],
    [{ origin, "sec-fetch-site": "cross-site" }, 401],
    [{ [SESSION_HEADER]: "1", origin }, 403],
    [{ [SESSION_HEADER]: "1", origin, "sec-fetch-site": "same-site" }, 403],
    [{ [SESSION_HEADER]: "1", cookie: "" }, 401],
    [{ ...own(), authorization: "Bearer wye_wrong" }, 401],
  ] as const)
    expect([headers, (await ask(headers)).status]).toEqual([headers, status]);
  expect(world.upstream.calls).toEqual([]);
  expect(await program.rows()).toEqual([]);
});

test("who may not use the API is refused on the page as well", async () => {
  const guest = await world.team.as("guest");
  cookie = await cookieOf((guest.actor as { personId: string }).personId);
  expect((await ask(own())).status).toBe(403);
  const administrator = await world.team.as("owner", { instanceAdmin: true });
  cookie = await cookieOf((program.context.actor as { personId: string }).personId);
  await setFeature(administrator, { feature: "api", on: false });
  const refused = await ask(own());
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, "feature_off"]);
  await setFeature(administrator, { feature: "api", on: true });
});

test("a name for a request needs a key", async () => {
  const response = await ask({ ...own(), "idempotency-key": "once" });
  expect([response.status, (await response.json()).error.param]).toEqual([400, "Idempotency-Key"]);
});
