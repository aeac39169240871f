import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { answerNotice } from "@/lib/policy/answer-notice";
import { getDefaultChoice } from "@/lib/policy/get-default-choice";
import { getFrame } from "@/lib/policy/get-frame";
import { getTeamPolicy } from "@/lib/policy/get-team-policy";
import { setDefaultChoice } from "@/lib/policy/set-default-choice";
import { setNotice } from "@/lib/policy/set-notice";
import { newTeam, type TestTeam } from "@/tests/support/team";
import { ChatWorld } from "../chat/chat-world";

let world: ChatWorld;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  world = await ChatWorld.open(["gpt-4o-mini"]);
});
afterAll(() => world.close());

const banner = (en: string, zh = "") => ({ kind: "banner" as const, texts: { en, "zh-CN": zh } });
const terms = (en: string) => ({ kind: "terms" as const, texts: { en, "zh-CN": "" } });
async function newOwner(): Promise<void> {
  team = await newTeam(world.database.db);
  owner = await team.as("owner");
}
const question = () => ({
  ...{ chatId: newId(), parentId: null, answerId: newId() },
  message: { id: newId(), text: "What is a wye?" },
  choice: { kind: "model" as const, model: "up/gpt-4o-mini" },
});

describe("who may", () => {
  test.each(ROLES)("a %s writes what the team lays down exactly if the table says so", async (role) => {
    await newOwner();
    const context = await team.as(role);
    for (const acting of [
      () => setNotice(context, banner("Maintenance at noon")),
      () => setDefaultChoice(context, { kind: "mode", mode: "reasoning" }),
    ]) {
      if (isAllowed(context.actor, "policy:write")) await acting();
      else await expect(acting()).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("what one team shows is not another's, to see or to answer", async () => {
    await newOwner();
    const noticeId = await setNotice(owner, terms("Be kind."));
    const stranger = await (await newTeam(world.database.db)).as("owner");
    expect(await getFrame(stranger)).toMatchObject({ banner: null, terms: null });
    await expect(
      answerNotice(stranger, { noticeId: noticeId ?? "", answer: "accepted" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a banner", () => {
  test("is shown to each until they dismiss it, and again when its text changes", async () => {
    await newOwner();
    const member = await team.as("member");
    const noticeId = await setNotice(owner, banner("Maintenance at noon", "中午维护"));
    expect((await getFrame(member)).banner?.texts).toEqual({
      en: "Maintenance at noon",
      "zh-CN": "中午维护",
    });
    await answerNotice(member, { noticeId: noticeId ?? "", answer: "dismissed" });
    expect((await getFrame(member)).banner).toBeNull();
    expect((await getFrame(owner)).banner).not.toBeNull();
    expect(await setNotice(owner, banner("Maintenance at noon", "中午维护"))).toBe(noticeId);
    expect((await getFrame(member)).banner).toBeNull();
    await setNotice(owner, banner("Maintenance at one"));
    expect((await getFrame(member)).banner?.texts.en).toBe("Maintenance at one");
    await setNotice(owner, banner(" "));
    expect((await getFrame(member)).banner).toBeNull();
  });

  test("is not accepted, and terms are not dismissed", async () => {
    await newOwner();
    const shown = await setNotice(owner, banner("Hello"));
    const asked = await setNotice(owner, terms("Be kind."));
    await expect(answerNotice(owner, { noticeId: shown ?? "", answer: "accepted" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(answerNotice(owner, { noticeId: asked ?? "", answer: "dismissed" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

describe("terms", () => {
  test("nothing is asked before they are accepted, and after each change not before they are accepted anew", async () => {
    await newOwner();
    const member = await team.as("member");
    const asked = async () => {
      const input = question();
      await world.answered(member, input);
      return (await world.messageOf(member, input)).metadata;
    };
    expect(await asked()).toMatchObject({ status: "complete" });
    const first = (await setNotice(owner, terms("Be kind."))) ?? "";
    const calls = world.upstream.calls.length;
    expect(await asked()).toMatchObject({ status: "failed", error: { code: "terms_not_accepted" } });
    await answerNotice(member, { noticeId: first, answer: "declined" });
    expect(await asked()).toMatchObject({ status: "failed", error: { code: "terms_not_accepted" } });
    expect(world.upstream.calls.length).toBe(calls);
    await answerNotice(member, { noticeId: first, answer: "accepted" });
    expect(await asked()).toMatchObject({ status: "complete" });
    await setNotice(owner, terms("Be kinder."));
    expect(await asked()).toMatchObject({ status: "failed", error: { code: "terms_not_accepted" } });
    await expect(answerNotice(member, { noticeId: first, answer: "accepted" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("who accepted and who declined is counted, and an acceptance stays", async () => {
    await newOwner();
    const [one, two] = [await team.as("member"), await team.as("guest")];
    const noticeId = (await setNotice(owner, terms("Be kind."))) ?? "";
    await answerNotice(one, { noticeId, answer: "declined" });
    await answerNotice(one, { noticeId, answer: "accepted" });
    await answerNotice(one, { noticeId, answer: "declined" });
    await answerNotice(two, { noticeId, answer: "declined" });
    expect(await getTeamPolicy(owner)).toMatchObject({ terms: { accepted: 1, declined: 1 }, members: 3 });
    expect((await getFrame(one)).terms?.answer).toBe("accepted");
  });
});

test("what new chats start with is kept, must be askable, and each change is in the audit with opaque versions", async () => {
  await newOwner();
  await expect(setDefaultChoice(owner, { kind: "model", model: "up/none" })).rejects.toMatchObject({
    code: "unknown_model",
  });
  await setDefaultChoice(owner, { kind: "model", model: "up/gpt-4o-mini" });
  expect(await getDefaultChoice(await team.as("member"))).toEqual({ kind: "model", model: "up/gpt-4o-mini" });
  const version = await setNotice(owner, terms("Be kind."));
  const rows = await owner.db.select().from(audit).where(eq(audit.teamId, team.teamId)).orderBy(audit.id);
  expect(rows.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    { action: "policy.default", before: null, after: { kind: "model", model: "up/gpt-4o-mini" } },
    { action: "policy.terms", before: null, after: { version } },
  ]);
});
