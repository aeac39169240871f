import { randomUUID } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit, chat, membership, message, person, share } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { deleteChat } from "@/lib/chat/delete-chat";
import { restoreChat } from "@/lib/chat/restore-chat";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES, type Role } from "@/lib/permissions/roles";
import { setOutsideLinks } from "@/lib/policy/set-outside-links";
import { exportMine } from "@/lib/privacy/export-mine";
import { listShares } from "@/lib/share/list-shares";
import { readShared } from "@/lib/share/read-shared";
import { setRevoked } from "@/lib/share/set-revoked";
import { shareChat } from "@/lib/share/share-chat";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { plantContent } from "@/tests/support/plant-content";
import { readArchive } from "@/tests/support/read-archive";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
process.env.AUTH_URL ??= "http://localhost:3000";
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const NOT_FOUND = { code: "not_found" };
const tokenOf = ({ link }: { link: string }): string => link.split("/").at(-1) ?? "";

/** A signed-in reader who is in this team in their role. */
const reader = (context: Context): Pick<Viewer, "context" | "teams"> => {
  const { actor } = context;
  const role: Role = actor.kind === "person" ? actor.role : "guest";
  const held = { id: actor.teamId, name: "", kind: "team" as const, deletesAt: null, role };
  return { context, teams: [{ ...held, groupIds: [], managedGroupIds: [] }] };
};

async function planted({ outside = true } = {}) {
  const team = await newTeam(database.db);
  const [owner, member] = [await team.as("owner"), await team.as("member")];
  const marker = `marker${randomUUID().replaceAll("-", "")}`;
  await plantContent(member, marker);
  if (outside) await setOutsideLinks(owner, { allowed: true });
  const { personId } = member.actor;
  const [row] = await database.db.select().from(chat).where(eq(chat.personId, personId));
  const chatId = row?.id ?? "";
  const make = (audience: "team" | "anyone", rest: { named?: boolean; days?: number | null } = {}) =>
    shareChat(member, { chatId, audience, named: false, days: 30, ...rest });
  const read = (made: { link: string }, who: Context | null = null) =>
    readShared(database.db, tokenOf(made), who && reader(who));
  return { ...team, owner, member, marker, personId, chatId, leafId: row?.activeLeafId ?? "", make, read };
}

describe("who may", () => {
  test.each(ROLES)(
    "a %s shares exactly if the table says so, and reads what is the team's likewise",
    async (role) => {
      const { as, chatId, make, read, marker } = await planted();
      const context = await as(role);
      const sharing = shareChat(context, { chatId, audience: "team", named: true, days: 1 });
      // Another's chat is nobody's to share.
      const code = isAllowed(context.actor, "share:write") ? "not_found" : "forbidden";
      await expect(sharing).rejects.toMatchObject({ code });
      const shown = await read(await make("team"), context);
      if (isAllowed(context.actor, "share:read")) expect(JSON.stringify(shown)).toContain(marker);
      else expect(shown).toBeNull();
    },
  );

  test("what is the team's is nothing to who is not signed in, or in another team", async () => {
    const { make, read } = await planted();
    const made = await make("team");
    expect(await read(made)).toBeNull();
    expect(await read(made, await (await newTeam(database.db)).as("owner"))).toBeNull();
  });

  test("another member's links are neither seen nor ended", async () => {
    const { owner, chatId, make, read, marker } = await planted();
    const made = await make("anyone");
    await expect(listShares(owner, chatId)).rejects.toMatchObject(NOT_FOUND);
    const ending = setRevoked(owner, { shareId: made.id, revoked: true });
    await expect(ending).rejects.toMatchObject(NOT_FOUND);
    expect(JSON.stringify(await read(made))).toContain(marker);
  });
});

describe("a link", () => {
  test("shows the path of that time, without what was asked later, deleted since, or thought", async () => {
    const { make, read, member, chatId, leafId, personId, teamId, marker } = await planted();
    const made = await make("anyone");
    const later = { teamId, chatId, status: "complete", role: "user", text: "asked later" } as const;
    const id = newId();
    await database.db.insert(message).values({ ...later, id, parentId: leafId });
    await database.db.update(chat).set({ activeLeafId: id, title: "renamed" }).where(eq(chat.id, chatId));
    const shown = await read(made);
    expect(shown).toMatchObject({ title: marker, by: null, cut: false });
    expect(shown?.messages.map(({ text }) => text)).toEqual([`Question ${marker}`, marker]);
    expect(JSON.stringify(shown)).not.toMatch(/asked later|reasoning/);
    expect(JSON.stringify(shown)).not.toContain(personId);
    await database.db.update(message).set({ deletedAt: new Date() }).where(eq(message.id, leafId));
    expect((await read(made))?.messages).toHaveLength(1);
    expect((await listShares(member, chatId)).shares).toMatchObject([{ audience: "anyone", state: "open" }]);
  });

  test("says whose it is only where that was wanted", async () => {
    const { make, read, name } = await planted();
    expect((await read(await make("anyone", { named: true })))?.by).toMatchObject({ team: name });
    expect((await read(await make("anyone")))?.by).toBeNull();
  });

  test("is kept as a hash, in the audit and in an export without it, and is unlike any other", async () => {
    const { make, teamId, member, chatId } = await planted();
    const [one, two] = [await make("anyone"), await make("anyone")];
    expect(one.link).not.toBe(two.link);
    const rows = await database.db.select().from(share).where(eq(share.teamId, teamId));
    const entries = await database.db.select().from(audit).where(eq(audit.teamId, teamId));
    const mine = [...(await readArchive(await exportMine(member)))];
    expect(JSON.stringify(mine)).toContain(one.id);
    for (const kept of [rows, entries, mine]) expect(JSON.stringify(kept)).not.toContain(tokenOf(one));
    for (const { tokenHash } of rows) expect(JSON.stringify([entries, mine])).not.toContain(tokenHash);
    expect(entries.map(({ action }) => action)).toEqual(["policy.sharing", "share.create", "share.create"]);
    expect(entries[1]).toMatchObject({ target: one.id, after: { chatId, audience: "anyone", named: false } });
  });

  test("ends when it is revoked, and is had back by undo", async () => {
    const { make, read, member } = await planted();
    const made = await make("anyone");
    await setRevoked(member, { shareId: made.id, revoked: true });
    expect(await read(made)).toBeNull();
    await setRevoked(member, { shareId: made.id, revoked: false });
    expect(await read(made)).not.toBeNull();
  });

  test("ends with its time", async () => {
    const { make, read, member, chatId } = await planted();
    const [made, lasting] = [await make("anyone", { days: 1 }), await make("anyone", { days: null })];
    const past = { expiresAt: new Date(Date.now() - 1_000) };
    await database.db
      .update(share)
      .set(past)
      .where(and(eq(share.chatId, chatId), isNotNull(share.expiresAt)));
    expect(await read(made)).toBeNull();
    expect(await read(lasting)).not.toBeNull();
    expect((await listShares(member, chatId)).shares.map(({ state }) => state)).toEqual(["open", "expired"]);
  });

  test("ends with its chat, and comes back with it", async () => {
    const { make, read, member, chatId } = await planted();
    const made = await make("anyone");
    await deleteChat(member, chatId);
    expect(await read(made)).toBeNull();
    await restoreChat(member, chatId);
    expect(await read(made)).not.toBeNull();
  });

  test("ends with who made it: suspended, gone from the team, or erased", async () => {
    for (const end of ["suspended", "gone", "erased"] as const) {
      const { make, read, personId, teamId } = await planted();
      const made = await make("anyone");
      const theirs = and(eq(membership.teamId, teamId), eq(membership.personId, personId));
      if (end === "suspended")
        await database.db.update(membership).set({ suspendedAt: new Date() }).where(theirs);
      if (end === "gone") await database.db.delete(membership).where(theirs);
      if (end === "erased")
        await database.db.update(person).set({ erasedAt: new Date() }).where(eq(person.id, personId));
      expect(await read(made), end).toBeNull();
    }
  });

  test("of a token that was never given out shows nothing, whatever it looks like", async () => {
    const { make } = await planted();
    const token = tokenOf(await make("anyone"));
    const others = ["", "x", token.slice(1), `${token}A`, `${token.slice(0, -2)}AA`, "A".repeat(64)];
    for (const other of others.filter((one) => one !== token))
      expect(await readShared(database.db, other, null)).toBeNull();
  });
});

describe("the team's policy", () => {
  test("is closed in a new team: a link is for the team alone", async () => {
    const { make, read, member } = await planted({ outside: false });
    await expect(make("anyone")).rejects.toMatchObject({ code: "sharing_closed" });
    expect(await read(await make("team"), member)).not.toBeNull();
  });

  test("ends the links outside at once, not those of the team, and gives back what was not revoked", async () => {
    const { make, read, owner, member, chatId } = await planted();
    const [kept, revoked, inside] = [await make("anyone"), await make("anyone"), await make("team")];
    await setOutsideLinks(owner, { allowed: false });
    expect(await read(kept)).toBeNull();
    expect(await read(inside, member)).not.toBeNull();
    expect((await listShares(member, chatId)).shares.map(({ state }) => state)).toEqual([
      "open",
      "closed",
      "closed",
    ]);
    await setRevoked(member, { shareId: revoked.id, revoked: true });
    await setOutsideLinks(owner, { allowed: true });
    expect(await read(kept)).not.toBeNull();
    expect(await read(revoked)).toBeNull();
  });

  test.each(ROLES)("is set by a %s exactly if the table says so", async (role) => {
    const context = await (await newTeam(database.db)).as(role);
    const set = setOutsideLinks(context, { allowed: true });
    if (isAllowed(context.actor, "policy:write")) await set;
    else await expect(set).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a temporary chat, another team's, and one that says nothing are not shared", async () => {
  const { make, chatId, member } = await planted();
  const stranger = await planted();
  const theirs = shareChat(member, { chatId: stranger.chatId, audience: "team", named: true, days: 1 });
  await expect(theirs).rejects.toMatchObject(NOT_FOUND);
  await database.db.update(chat).set({ temporary: true }).where(eq(chat.id, chatId));
  await expect(make("team")).rejects.toMatchObject(NOT_FOUND);
  await database.db.update(chat).set({ temporary: false }).where(eq(chat.id, chatId));
  await database.db.delete(message).where(eq(message.chatId, chatId));
  await expect(make("team")).rejects.toMatchObject(NOT_FOUND);
});

test("what is being written is not a part of it", async () => {
  const { make, read, leafId } = await planted();
  await database.db.update(message).set({ status: "streaming" }).where(eq(message.id, leafId));
  const made = await make("anyone");
  await database.db.update(message).set({ status: "complete" }).where(eq(message.id, leafId));
  expect((await read(made))?.messages.map(({ role }) => role)).toEqual(["user"]);
});
