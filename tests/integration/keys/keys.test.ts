import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiKey, audit, membership, person } from "@/db/schema";
import type { Context } from "@/lib/context";
import { setFeature } from "@/lib/features/set-feature";
import { createKey } from "@/lib/keys/create-key";
import { limitKey } from "@/lib/keys/limit-key";
import { listKeys } from "@/lib/keys/list-keys";
import { openKey } from "@/lib/keys/open-key";
import { revokeKey } from "@/lib/keys/revoke-key";
import { rotateKey } from "@/lib/keys/rotate-key";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam, type TestTeam } from "@/tests/support/team";

let database: FreshDatabase;
let team: TestTeam;
let owner: Context;
let member: Context;
beforeAll(async () => {
  database = await freshDatabase();
  team = await newTeam(database.db);
  owner = await team.as("owner");
  member = await team.as("member");
});
afterAll(() => database.drop());

const open = (token: string, address = "") =>
  openKey(database.db, { token, address, scope: "completions", requestId: "r" });

describe("a key", () => {
  test("acts as its owner in its team, and is kept as a hash alone", async () => {
    const { id, key } = await createKey(member, { name: "report" });
    const context = await open(key);
    expect(context.actor).toEqual({ ...member.actor, teamEnding: false });
    expect(context.key.id).toBe(id);
    const rows = await database.db.select().from(apiKey).where(eq(apiKey.id, id));
    const audits = await database.db.select().from(audit).where(eq(audit.target, id));
    expect(JSON.stringify([rows, audits, await listKeys(member)])).not.toContain(key.slice(24));
    expect(audits).toMatchObject([{ action: "key.create", actorId: member.actor.personId }]);
    expect(JSON.stringify(audits)).not.toContain("report");
  });

  test("ends with the statement that revokes it, for good", async () => {
    const { id, key } = await createKey(member, { name: "a" });
    await revokeKey(member, id);
    await expect(open(key)).rejects.toThrow("api_key_invalid");
    await expect(rotateKey(member, id)).rejects.toThrow("conflict");
    expect((await listKeys(member)).find((one) => one.id === id)?.state).toBe("revoked");
  });

  test("that is rotated works on beside the new one, or ends, as was said", async () => {
    const { id, key } = await createKey(member, { name: "a" });
    const second = await rotateKey(member, id);
    expect((await open(key)).key.id).toBe(id);
    expect((await open(second.key)).key.id).toBe(id);
    const third = await rotateKey(member, id, 0);
    await expect(open(key)).rejects.toThrow("api_key_invalid");
    await expect(open(second.key)).rejects.toThrow("api_key_invalid");
    expect((await open(third.key)).key.id).toBe(id);
  });

  test("works only until it expires, from where it may be used, and for what it is for", async () => {
    const { key } = await createKey(member, {
      ...{ name: "a", scopes: ["completions"], addresses: ["10.0.0.0/8"] },
    });
    expect((await open(key, "10.1.2.3")).actor.teamId).toBe(team.teamId);
    await expect(open(key, "11.1.2.3")).rejects.toThrow("api_key_address");
    await expect(open(key, "")).rejects.toThrow("api_key_address");
    await expect(
      openKey(database.db, { token: key, address: "10.1.2.3", scope: "usage", requestId: "r" }),
    ).rejects.toThrow("api_key_scope");
    const expired = await createKey(member, { name: "a" });
    await database.db
      .update(apiKey)
      .set({ expiresAt: new Date(0) })
      .where(eq(apiKey.id, expired.id));
    await expect(open(expired.key)).rejects.toThrow("api_key_invalid");
  });

  test("ends with its owner's way into the team, however that ends, and has the role they have now", async () => {
    const { db } = database;
    const someone = await team.as("manager");
    const { key } = await createKey(someone, { name: "a" });
    const mine = eq(membership.personId, someone.actor.personId);
    await db.update(membership).set({ role: "member" }).where(mine);
    expect((await open(key)).actor).toMatchObject({ role: "member" });
    await db.update(membership).set({ suspendedAt: new Date() }).where(mine);
    await expect(open(key)).rejects.toThrow("api_key_invalid");
    await db.update(membership).set({ suspendedAt: null }).where(mine);
    const them = eq(person.id, someone.actor.personId);
    await db.update(person).set({ suspendedAt: new Date() }).where(them);
    await expect(open(key)).rejects.toThrow("api_key_invalid");
    await db.update(person).set({ suspendedAt: null }).where(them);
    await db.delete(membership).where(mine);
    await expect(open(key)).rejects.toThrow("api_key_invalid");
  });
});

describe("who may", () => {
  test("a member has their own keys alone; an owner sees and ends everybody's", async () => {
    const other = await team.as("member");
    const { id, key } = await createKey(other, { name: "theirs" });
    expect((await listKeys(member)).map((one) => one.id)).not.toContain(id);
    await expect(revokeKey(member, id)).rejects.toThrow("not_found");
    await expect(rotateKey(member, id)).rejects.toThrow("not_found");
    await expect(createKey(member, { name: "x", personId: other.actor.personId })).rejects.toThrow(
      "forbidden",
    );
    expect((await listKeys(owner)).map((one) => one.id)).toContain(id);
    await revokeKey(owner, id);
    await expect(open(key)).rejects.toThrow("api_key_invalid");
  });

  test("a guest and who only bills have none", async () => {
    for (const role of ["guest", "billing"] as const) {
      const context = await team.as(role);
      await expect(createKey(context, { name: "x" })).rejects.toThrow("forbidden");
      await expect(listKeys(context)).rejects.toThrow("forbidden");
      await expect(createKey(owner, { name: "x", personId: context.actor.personId })).rejects.toThrow(
        "not_found",
      );
    }
  });

  test("another team's key is not there, whoever asks", async () => {
    const { id } = await createKey(member, { name: "a" });
    const stranger = await (await newTeam(database.db)).as("owner");
    await expect(revokeKey(stranger, id)).rejects.toThrow("not_found");
    await expect(rotateKey(stranger, id)).rejects.toThrow("not_found");
    expect(await listKeys(stranger)).toEqual([]);
    await expect(createKey(stranger, { name: "x", personId: member.actor.personId })).rejects.toThrow(
      "not_found",
    );
  });
});

test.each(["", "wye_", "sk-something", `wye_${"A".repeat(64)}`, `wye_${"_".repeat(64)}`, "wye_\0"])(
  "%j opens nothing",
  async (token) => {
    await expect(open(token)).rejects.toThrow(/unauthenticated|api_key_invalid/);
  },
);

describe("what a key may ask", () => {
  test("is changed and changed back, holds at once, and is audited", async () => {
    const { id, key } = await createKey(member, { name: "a", models: ["openai/*"] });
    const before = await limitKey(member, id, { models: ["anthropic/*", "*/local-1"], modes: ["auto"] });
    expect(before).toEqual({ models: ["openai/*"], modes: null });
    expect((await open(key)).key).toMatchObject({ models: ["anthropic/*", "*/local-1"], modes: ["auto"] });
    await limitKey(owner, id, before as Parameters<typeof limitKey>[2]);
    expect((await open(key)).key).toMatchObject({ models: ["openai/*"], modes: null });
    const audits = await database.db.select().from(audit).where(eq(audit.target, id));
    expect(audits.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["key.create", member.actor.kind === "person" && member.actor.personId],
      ["key.limit", member.actor.kind === "person" && member.actor.personId],
      ["key.limit", owner.actor.kind === "person" && owner.actor.personId],
    ]);
  });

  test("is not changed by others, in another team, nor of a key that was revoked", async () => {
    const { id } = await createKey(owner, { name: "a" });
    const limits = { models: ["openai/*"], modes: null };
    await expect(limitKey(member, id, limits)).rejects.toThrow("not_found");
    await expect(limitKey(await team.as("guest"), id, limits)).rejects.toThrow("forbidden");
    const elsewhere = await (await newTeam(database.db)).as("owner");
    await expect(limitKey(elsewhere, id, limits)).rejects.toThrow("not_found");
    await expect(limitKey(owner, id, { models: [""], modes: null })).rejects.toThrow("invalid_input");
    await revokeKey(owner, id);
    await expect(limitKey(owner, id, limits)).rejects.toThrow("conflict");
  });

  test("is not widened by who may make no keys", async () => {
    const { id } = await createKey(member, { name: "a", models: ["openai/*"] });
    const administrator = await team.as("owner", { instanceAdmin: true });
    await setFeature(administrator, { feature: "member_keys", on: false });
    await expect(limitKey(member, id, { models: null, modes: null })).rejects.toThrow("feature_off");
    await limitKey(owner, id, { models: null, modes: [] });
    await setFeature(administrator, { feature: "member_keys", on: true });
  });
});
