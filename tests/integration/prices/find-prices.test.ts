import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertPrices, moveBookVersion } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { findPrice, findPrices, PriceQuery } from "@/lib/prices/find-prices";
import { listPriceKeys } from "@/lib/prices/list-price-keys";
import { setPrice } from "@/lib/prices/set-price";
import { withdrawPrice } from "@/lib/prices/withdraw-price";
import { makeRate } from "@/lib/pricing/make-rate";
import { toRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newKey } from "@/tests/support/new-key";
import { asInstance, newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const PAST = new Date("2026-02-01T00:00:00Z");
const query = (part: Parameters<typeof PriceQuery.parse>[0]) => PriceQuery.parse(part);
const newOwner = async () => (await newTeam(database.db)).as("owner");
const set = (
  context: Context,
  model: string,
  input: string,
  more: Partial<Parameters<typeof setPrice>[1]> = {},
) =>
  setPrice(context, {
    ...{ scope: "team", vendor: "openai", model, validFrom: PAST },
    terms: { currency: "USD", perMillion: { input, output: "1" } },
    ...more,
  });

async function imported(teamId: string, model: string, input: string): Promise<void> {
  const perMillion = { input, output: "1" };
  const of = {
    vendor: "openai",
    model,
    currency: "USD",
    validFrom: PAST.toISOString(),
    version: `import of ${input}`,
  };
  await insertPrices(database.db, [
    {
      ...{ teamId, id: newId(), vendor: "openai", model, origin: "import", validFrom: PAST },
      rate: toRateSnapshot(makeRate({ ...of, perMillion })),
    },
  ]);
  await moveBookVersion(database.db, teamId);
}

describe("which price wins", () => {
  test("is the most particular: the key's, the team's, the team's import, the instance's, its import, what ships", async () => {
    const owner = await newOwner();
    const { teamId } = owner.actor;
    const instance = asInstance(database.db);
    const credentialId = await newKey(database.db, INSTANCE_TEAM_ID);
    // It ships, so that every place has one.
    const model = "gpt-4o";
    const used = async (key: string | null) => {
      const rate = (await readBook(database.db, teamId)).rate("openai", model, new Date("2026-06-01"), key);
      return rate?.perMillionMicro.input;
    };
    const shipped = await used(credentialId);
    expect(shipped).toBeDefined();
    await imported(INSTANCE_TEAM_ID, model, "11");
    expect(await used(credentialId)).toBe(11_000_000n);
    await set(instance, model, "12", { scope: "instance" });
    expect(await used(credentialId)).toBe(12_000_000n);
    await imported(teamId, model, "13");
    expect(await used(credentialId)).toBe(13_000_000n);
    const ofTeam = await set(owner, model, "14");
    expect(await used(credentialId)).toBe(14_000_000n);
    await set(instance, model, "15", { scope: "instance", credentialId });
    expect(await used(credentialId)).toBe(15_000_000n);
    await set(owner, model, "16", { credentialId });
    expect(await used(credentialId)).toBe(16_000_000n);
    expect(await used(newId())).toBe(14_000_000n);
    await withdrawPrice(owner, { scope: "team", priceId: ofTeam.id });
    expect(await used(null)).toBe(13_000_000n);
  });

  test("the page says the same: one version holds for all, one for the key; the others are overridden, past or to come", async () => {
    const owner = await newOwner();
    const model = `states-${newId()}`;
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000);
    await set(owner, model, "1");
    await set(owner, model, "2", { validFrom: day(-2) });
    await set(owner, model, "3", { validFrom: day(2) });
    await set(owner, model, "4", { validFrom: day(-20), validTo: day(-10) });
    await set(owner, model, "5", { credentialId: await newKey(database.db, owner.actor.teamId) });
    const { prices } = await findPrices(owner, query({ search: model, versions: "all" }));
    const states = new Map(prices.map(({ terms, state }) => [terms.perMillion.input, state]));
    expect(Object.fromEntries(states)).toEqual({
      ...{ "1": "overridden", "2": "current", "3": "future", "4": "past", "5": "current" },
    });
    const now = await findPrices(owner, query({ search: model }));
    expect(now.prices.map(({ terms }) => terms.perMillion.input).toSorted()).toEqual(["2", "5"]);
  });
});

describe("the list", () => {
  test("pages through every match once, in order, and counts them", async () => {
    const owner = await newOwner();
    const mark = newId();
    for (let n = 0; n < 60; n++)
      await set(owner, `many-${mark}-${n}`, String((n * 37) % 60), { note: `list ${mark}` });
    const asked = { search: `LIST ${mark}`, sort: "input" as const };
    const first = await findPrices(owner, query(asked));
    const second = await findPrices(owner, query({ ...asked, offset: first.nextOffset ?? 0 }));
    expect([first.total, first.prices.length, second.prices.length, second.nextOffset]).toEqual([
      60,
      50,
      10,
      null,
    ]);
    const inputs = [...first.prices, ...second.prices].map(({ terms }) => Number(terms.perMillion.input));
    expect(inputs).toEqual(Array.from({ length: 60 }, (_, n) => n));
    const down = await findPrices(owner, query({ ...asked, descending: true }));
    expect(down.prices[0]?.terms.perMillion.input).toBe("59");
  });

  test("filters by vendor, its name, and where a price is from; says who set it and who may withdraw it", async () => {
    const team = await newTeam(database.db);
    const [owner, billing] = [await team.as("owner"), await team.as("billing")];
    const model = `mine-${newId()}`;
    await set(owner, model, "1");
    const [mine] = (
      await findPrices(billing, query({ search: `elsewhere ${model}` }), { openai: "Elsewhere" })
    ).prices;
    expect(mine).toMatchObject({
      origin: "person",
      scope: "team",
      setBy: expect.stringContaining("owner"),
      editable: true,
    });
    const shipped = await findPrices(
      owner,
      query({ vendor: "deepseek", origin: "shipped", versions: "all" }),
    );
    expect(shipped.total).toBeGreaterThan(0);
    expect(shipped.prices.every(({ vendor, editable }) => vendor === "deepseek" && !editable)).toBe(true);
    expect(shipped.vendors).toContain("openai");
    const instances = `all-${newId()}`;
    await set(asInstance(database.db), instances, "1", { scope: "instance" });
    expect((await findPrices(owner, query({ search: instances }))).prices).toMatchObject([
      { scope: "instance", editable: false },
    ]);
    const administrator = await team.as("member", { instanceAdmin: true });
    await expect(findPrices(administrator, query({}))).rejects.toMatchObject({ code: "forbidden" });
    const both = await team.as("owner", { instanceAdmin: true });
    expect((await findPrices(both, query({ search: instances }))).prices).toMatchObject([{ editable: true }]);
    expect(await findPrice(owner, mine?.id ?? "")).toMatchObject({ model });
    expect(await findPrice(owner, newId())).toBeNull();
  });

  test("shows what the instance negotiated for a team's key to that team alone", async () => {
    const [holder, stranger, instance] = [await newOwner(), await newOwner(), asInstance(database.db)];
    const credentialId = await newKey(database.db, holder.actor.teamId);
    const [id, model] = [newId(), `negotiated-${newId()}`];
    const rate = toRateSnapshot(
      makeRate({
        ...{ vendor: "openai", model, currency: "USD", validFrom: PAST.toISOString(), version: "agreed" },
        perMillion: { input: "1", output: "1" },
      }),
    );
    const row = { vendor: "openai", model, credentialId, rate, validFrom: PAST, origin: "person" as const };
    await insertPrices(database.db, [{ ...row, teamId: INSTANCE_TEAM_ID, id }]);
    await moveBookVersion(database.db, INSTANCE_TEAM_ID);
    for (const [context, total] of [
      [holder, 1],
      [instance, 1],
      [stranger, 0],
    ] as const) {
      expect(await findPrices(context, query({ search: model }))).toMatchObject({ total });
      expect((await findPrice(context, id)) !== null).toBe(total === 1);
    }
  });

  test("shows nothing of another team, and nothing to who may not see prices", async () => {
    const team = await newTeam(database.db);
    const [owner, stranger, member] = [await team.as("owner"), await newOwner(), await team.as("member")];
    const model = `hidden-${newId()}`;
    const { id } = await set(owner, model, "1");
    expect(await findPrices(stranger, query({ search: model }))).toMatchObject({ total: 0 });
    expect(await findPrice(stranger, id)).toBeNull();
    for (const read of [findPrices(member, query({})), findPrice(member, id)])
      await expect(read).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("setting a price", () => {
  test("for one key takes a key of the vendor that the team uses; for all teams one of the instance's alone", async () => {
    const [owner, stranger] = [await newOwner(), await newOwner()];
    const { db } = database;
    const [own, instances] = [
      await newKey(db, owner.actor.teamId, { last4: "mine" }),
      await newKey(db, INSTANCE_TEAM_ID, { last4: "alls" }),
    ];
    const model = `keyed-${newId()}`;
    for (const credentialId of [own, instances]) await set(owner, model, "1", { credentialId });
    await set(asInstance(db), model, "1", { scope: "instance", credentialId: instances });
    const refused = { code: "invalid_input", params: { field: "credentialId" } };
    const ofGoogle = await newKey(db, owner.actor.teamId, { vendor: "google" });
    for (const credentialId of [newId(), ofGoogle, await newKey(db, stranger.actor.teamId)])
      await expect(set(owner, model, "1", { credentialId })).rejects.toMatchObject(refused);
    await expect(
      set(asInstance(db), model, "1", { scope: "instance", credentialId: own }),
    ).rejects.toMatchObject(refused);
    const { prices } = await findPrices(owner, query({ search: model, versions: "all" }));
    expect(prices.map(({ key }) => key?.last4).toSorted()).toEqual(["alls", "alls", "mine"]);
    const listed = await listPriceKeys(owner);
    expect(listed.find(({ id }) => id === own)).toMatchObject({
      scope: "team",
      vendor: "openai",
      last4: "mine",
    });
    expect(listed.some(({ id }) => id === instances)).toBe(true);
    expect((await listPriceKeys(stranger)).some(({ id }) => id === own)).toBe(false);
    const member = await (await newTeam(db)).as("member");
    await expect(listPriceKeys(member)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is refused to who may not, for all teams to all but the instance's administrator, and where it makes no sense", async () => {
    const team = await newTeam(database.db);
    const [owner, manager] = [await team.as("owner"), await team.as("manager")];
    await expect(set(manager, "m", "1")).rejects.toMatchObject({ code: "forbidden" });
    await expect(set(owner, "m", "1", { scope: "instance" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(set(owner, "m", "1", { validTo: PAST })).rejects.toMatchObject({ code: "invalid_input" });
    for (const input of ["-1", "1e3", "", "0.0000001"])
      await expect(set(owner, "m", input), input).rejects.toMatchObject({ code: "invalid_input" });
    await expect(set(owner, "m", "1", { vendor: "OpenAI" })).rejects.toMatchObject({ code: "invalid_input" });
    const anywhere = {
      currency: "USD",
      perMillion: { input: "1", output: "1" },
      tariffs: [{ perMillion: { input: "1", output: "1" } }],
    };
    await expect(set(owner, "m", "1", { terms: anywhere })).rejects.toMatchObject({ code: "invalid_input" });
    const never = { zone: "UTC", windows: [["00:00", "00:00"]] as [string, string][], by: "start" as const };
    const unheld = { ...anywhere, tariffs: [{ perMillion: anywhere.perMillion, hours: never }] };
    await expect(set(owner, "m", "1", { terms: unheld })).rejects.toMatchObject({ code: "invalid_input" });
  });
});
