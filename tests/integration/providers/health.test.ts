import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimProbe } from "@/db/queries/circuits";
import { listCredentials } from "@/db/queries/credentials";
import { Stopped } from "@/lib/completion/stop-reason";
import { addCredential } from "@/lib/providers/add-credential";
import { addProvider } from "@/lib/providers/add-provider";
import { allowHost } from "@/lib/providers/allow-host";
import { listHealth } from "@/lib/providers/list-health";
import { listProviders } from "@/lib/providers/list-providers";
import { rotateCredential } from "@/lib/providers/rotate-credential";
import { testProvider } from "@/lib/providers/test-provider";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { askOnlyOne, setTestSecrets } from "@/tests/support/test-environment";
import type { Fault } from "@/tests/support/upstream/script";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";
import { answer, keysUsed } from "./gate-call";

const FIRST = "sk-first-0123456789-1111";
const SECOND = "sk-second-0123456789-2222";

let database: FreshDatabase;
let upstream: Upstream;
/** What calls with the first key are answered. */
let fault: Fault | null = null;
beforeAll(async () => {
  setTestSecrets();
  askOnlyOne();
  const choose = (call: { headers: Record<string, string> }) =>
    fault !== null && call.headers.authorization?.includes(FIRST) ? { fault, retryAfterSeconds: 40 } : null;
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["m1"], choose })]);
  await allowHost(asInstance(database.db), upstream.host);
});
beforeEach(() => {
  upstream.reset();
  fault = null;
});
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

/** An owner whose team has a provider `p`, all of whose calls go to the first of its keys while that works. */
async function withKeys(count: 1 | 2) {
  const owner = await (await newTeam(database.db)).as("owner");
  const address = { vendor: "openai-compatible", baseUrl: upstream.baseUrl("openai"), name: "p" };
  const { id } = await addProvider(owner, { scope: "team", ...address, apiKey: FIRST });
  if (count === 2) await addCredential(owner, { providerId: id, apiKey: SECOND, weight: 0 });
  upstream.reset();
  const keys = () => listCredentials(database.db, owner.actor.teamId, id);
  const first = async () => {
    const [key] = await keys();
    if (!key) throw new Error("no key");
    return key;
  };
  return { owner, providerId: id, first };
}

/** Lets so many milliseconds pass for the circuits of a team. */
async function pass(teamId: string, ms: number): Promise<void> {
  const earlier = sql`- make_interval(secs => ${ms / 1000})`;
  await database.db.execute(
    sql`update circuit set opened_at = opened_at ${earlier}, open_until = open_until ${earlier},
      probe_until = probe_until ${earlier} where team_id = ${teamId}`,
  );
}

async function failThrice(owner: Parameters<typeof answer>[0]): Promise<void> {
  for (let n = 0; n < 3; n++) await answer(owner, "p/m1");
}

describe("a circuit", () => {
  test("opens after repeated failures, and calls go to the other key", async () => {
    const { owner, first } = await withKeys(2);
    fault = "server_error";
    await failThrice(owner);
    expect((await first()).circuit).toMatchObject({ failures: 3, lastError: { code: "vendor_unavailable" } });
    upstream.reset();
    expect((await answer(owner, "p/m1")).outcome).toBe("complete");
    expect(keysUsed(upstream)).toEqual([SECOND]);
    const [listed] = await listProviders(owner);
    expect(listed?.keys).toMatchObject([
      { circuit: { standing: "open" } },
      { circuit: { standing: "closed" } },
    ]);
  });

  test("waits as long as the vendor asks", async () => {
    const { owner, first } = await withKeys(2);
    fault = "rate_limit";
    await answer(owner, "p/m1");
    const { circuit } = await first();
    expect((circuit?.openUntil?.getTime() ?? 0) - (circuit?.openedAt?.getTime() ?? 0)).toBe(40_000);
  });

  test("lets one probe through when its wait is over, and closes when that succeeds", async () => {
    const { owner, first } = await withKeys(2);
    fault = "server_error";
    await failThrice(owner);
    fault = null;
    await pass(owner.actor.teamId, 11_000);
    upstream.reset();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    upstream.script("m1", { text: "a b c", hold: { afterTokens: 1, released } }, { once: true });
    const probe = answer(owner, "p/m1");
    await expect.poll(() => upstream.calls.length).toBe(1);
    await answer(owner, "p/m1");
    expect(keysUsed(upstream)).toEqual([FIRST, SECOND]);
    release();
    await probe;
    expect((await first()).circuit).toMatchObject({ failures: 0, openUntil: null });
    await answer(owner, "p/m1");
    expect(keysUsed(upstream)).toEqual([FIRST, SECOND, FIRST]);
  });

  test("stays open for longer when the probe fails", async () => {
    const { owner, first } = await withKeys(2);
    fault = "server_error";
    await failThrice(owner);
    await pass(owner.actor.teamId, 11_000);
    await answer(owner, "p/m1");
    expect((await first()).circuit).toMatchObject({ openings: 2 });
  });

  test("lets one of many replicas have the probe", async () => {
    const { owner, first } = await withKeys(2);
    fault = "server_error";
    await failThrice(owner);
    const { teamId, id } = await first();
    await pass(teamId, 11_000);
    const claims = Array.from({ length: 8 }, () =>
      claimProbe(database.db, { teamId, credentialId: id }, new Date(), 60_000),
    );
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
  });

  test("is no dead end: with every key open, a call is tried all the same", async () => {
    const { owner, first } = await withKeys(1);
    fault = "server_error";
    await failThrice(owner);
    expect((await first()).circuit?.openUntil).not.toBeNull();
    fault = null;
    expect((await answer(owner, "p/m1")).outcome).toBe("complete");
    expect((await first()).circuit).toMatchObject({ openUntil: null });
  });

  test.each(["context_length", "content_filter", "model_missing", "bad_request"] as const)(
    "does not count what the question brought about: %s",
    async (asked) => {
      const { owner, first } = await withKeys(1);
      fault = asked;
      await failThrice(owner);
      expect((await first()).circuit).toBeNull();
    },
  );

  test("does not count a person's Stop", async () => {
    const { owner, first } = await withKeys(1);
    const { promise: never } = Promise.withResolvers<void>();
    for (let n = 0; n < 3; n++) {
      const stop = new AbortController();
      upstream.script("m1", { text: "a b c", hold: { afterTokens: 0, released: never } }, { once: true });
      const stopped = answer(owner, "p/m1", stop.signal);
      await expect.poll(() => upstream.calls.length).toBe(n + 1);
      stop.abort(new Stopped());
      expect((await stopped).outcome).toBe("stopped");
    }
    expect((await first()).circuit).toBeNull();
  });

  test("is written for no call of a key that works", async () => {
    const { owner, first } = await withKeys(1);
    for (let n = 0; n < 3; n++) await answer(owner, "p/m1");
    expect((await first()).circuit).toBeNull();
  });

  test.each(["a new key", "a test by a person"])("closes with %s", async (what) => {
    const { owner, providerId, first } = await withKeys(2);
    fault = "unauthorized";
    await failThrice(owner);
    const { id } = await first();
    if (what === "a new key") {
      await rotateCredential(owner, { credentialId: id, apiKey: "sk-third-0123456789-3333" });
    } else await testProvider(owner, providerId);
    expect((await first()).circuit).toBeNull();
  });
});

describe("statistics", () => {
  test("tell calls, failures and times by key, for the hour and the day", async () => {
    const { owner, first } = await withKeys(1);
    for (let n = 0; n < 3; n++) await answer(owner, "p/m1");
    fault = "server_error";
    await answer(owner, "p/m1");
    fault = "context_length";
    await answer(owner, "p/m1");
    const now = new Date(Date.now() + 2 * 60 * 60_000);
    const { id } = await first();
    const quantiles = { p50: expect.any(Number), p95: expect.any(Number) };
    const all = { calls: 4, failures: 1, ttftMs: quantiles, durationMs: quantiles };
    expect(await listHealth(owner)).toEqual([{ credentialId: id, hour: all, day: all }]);
    const none = { calls: 0, failures: 0, ttftMs: null, durationMs: null };
    expect(await listHealth(owner, now)).toEqual([{ credentialId: id, hour: none, day: all }]);
  });

  test("of the instance's keys are the team's own, but for the instance's administrator", async () => {
    const address = { vendor: "openai-compatible", baseUrl: upstream.baseUrl("openai"), name: "shared" };
    await addProvider(asInstance(database.db), { scope: "instance", ...address, apiKey: SECOND });
    const [one, other] = [await newTeam(database.db), await newTeam(database.db)];
    const [owner, admin] = [await one.as("owner"), await other.as("owner", { instanceAdmin: true })];
    await answer(owner, "shared/m1");
    await answer(admin, "shared/m1");
    expect((await listHealth(owner)).map(({ day }) => day.calls)).toEqual([1]);
    expect((await listHealth(admin)).map(({ day }) => day.calls)).toEqual([2]);
    await expect(listHealth(await one.as("member"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
