import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { listTeamsOf } from "@/db/queries/teams";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { getInstanceSettings } from "@/lib/admin/get-settings";
import { setRegistration } from "@/lib/admin/set-registration";
import { listAudit } from "@/lib/audit/list-audit";
import { signUp } from "@/lib/auth/sign-up";
import { backgroundIdle } from "@/lib/background";
import { startReply } from "@/lib/chat/start-reply";
import type { Context } from "@/lib/context";
import { FEATURES, type Feature } from "@/lib/features/feature";
import { setFeature } from "@/lib/features/set-feature";
import { newId } from "@/lib/ids";
import { acceptInvitation } from "@/lib/invitations/accept-invitation";
import { invite } from "@/lib/invitations/invite";
import { readInvitation } from "@/lib/invitations/read-invitation";
import { createKey } from "@/lib/keys/create-key";
import { rotateKey } from "@/lib/keys/rotate-key";
import { findLocalServers } from "@/lib/providers/find-local-servers";
import { createPersonalSpace } from "@/lib/teams/create-personal-space";
import { newTeam } from "@/tests/support/team";
import { startUpstream } from "@/tests/support/upstream/start-upstream";
import { ask } from "../chat/chat-world";
import { type ApiWorld, openApiWorld } from "../openai-api/api-world";

let world: ApiWorld;
let admin: Context;
beforeAll(async () => {
  world = await openApiWorld();
  admin = await world.team.as("owner", { instanceAdmin: true });
});
afterEach(async () => {
  for (const feature of FEATURES) await setFeature(admin, { feature, on: true });
  await backgroundIdle();
});
afterAll(() => world.close());

const off = (feature: Feature) => setFeature(admin, { feature, on: false });
const refused = (feature: Feature) => ({ code: "feature_off", params: { feature } });
const tokenOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);

describe("switched off", () => {
  test("the API refuses each request in its wire's own shape, and works on with the same key afterwards", async () => {
    const { key, client } = await world.program();
    await off("api");
    await expect(client.models.list()).rejects.toMatchObject({
      status: 403,
      code: "feature_off",
      type: "permission_error",
      error: { message: expect.stringContaining("The API is switched off on this installation") },
    });
    const messages = await fetch(`${world.url}/api/v1/messages`, {
      method: "POST",
      headers: { "x-api-key": key, "content-type": "application/json" },
      body: JSON.stringify({}),
    });
    expect(messages.status).toBe(403);
    expect(await messages.json()).toMatchObject({ type: "error", error: { type: "permission_error" } });
    await setFeature(admin, { feature: "api", on: true });
    expect((await client.models.list()).data.length).toBeGreaterThan(0);
  });

  test("members make and replace no keys; those they have work, and their team's administrators make some", async () => {
    const { context, keyId, client } = await world.program();
    await off("member_keys");
    await expect(createKey(context, { name: "another" })).rejects.toMatchObject(refused("member_keys"));
    await expect(rotateKey(context, keyId)).rejects.toMatchObject(refused("member_keys"));
    expect((await client.models.list()).data.length).toBeGreaterThan(0);
    const administrator = await world.team.as("administrator");
    expect(await createKey(administrator, { name: "theirs" })).toMatchObject({ id: expect.any(String) });
  });

  test("nobody makes a personal space, also not by signing up; one that exists stays", async () => {
    const [old, fresh] = [await world.team.as("member"), await world.team.as("member")];
    const made = await createPersonalSpace(old, "Mine");
    await off("personal_spaces");
    await setRegistration(admin, "open");
    await expect(createPersonalSpace(fresh, "Mine")).rejects.toMatchObject(refused("personal_spaces"));
    expect(await createPersonalSpace(old, "Mine")).toEqual(made);
    const account = { email: "spaceless@example.com", name: "Spaceless", password: "engines of analysis" };
    const personId = await signUp(world.db, account, "192.0.2.9");
    expect(await listTeamsOf(world.db, personId)).toEqual([]);
  });

  test("no link lets in whoever has it, made before or after; an invitation for one address does", async () => {
    const owner = await world.team.as("owner");
    const guest = await (await newTeam(world.db)).as("member");
    const { personId } = guest.actor;
    const open = tokenOf((await invite(owner, {})).link);
    const forOne = tokenOf((await invite(owner, { email: `${personId}@example.com` })).link);
    await off("invitation_links");
    await expect(invite(owner, {})).rejects.toMatchObject(refused("invitation_links"));
    expect(await readInvitation(world.db, open)).toBeNull();
    const accept = (token: string) => acceptInvitation(world.db, { personId, token, address: "" });
    await expect(accept(open)).rejects.toMatchObject({ code: "invitation_invalid" });
    expect(await accept(forOne)).toEqual({ teamId: world.team.teamId });
  });

  test("a question goes to one model at a time", async () => {
    const member = await world.team.as("member");
    const question = ask("house/local-1");
    const compared = { ...question, comparison: { id: newId(), place: 0 } };
    await off("comparisons");
    await expect(startReply(member, compared)).rejects.toMatchObject(refused("comparisons"));
    await (await startReply(member, question)).ended;
    await setFeature(admin, { feature: "comparisons", on: true });
    await (await startReply(member, { ...ask("house/local-1"), comparison: compared.comparison })).ended;
  });

  test("nothing is looked for on the server's own machine", async () => {
    const beside = await startUpstream({ models: ["llama"] });
    const probes = [{ vendor: "ollama", baseUrl: beside.baseUrl("ollama") }] as const;
    await off("local_servers");
    expect(await findLocalServers(admin, probes)).toEqual([]);
    await setFeature(admin, { feature: "local_servers", on: true });
    expect(await findLocalServers(admin, probes)).toHaveLength(1);
    await beside.close();
  });
});

test("a switch is recorded once, by whom, in the instance's own audit", async () => {
  await off("comparisons");
  await off("comparisons");
  const entries = await listAudit(admin, INSTANCE_TEAM_ID, { action: "feature.set", limit: 100 });
  const found = entries.filter(
    ({ target, changes }) => target?.id === "comparisons" && changes[0]?.after === "false",
  );
  expect(found.length).toBeGreaterThan(0);
  expect(entries[0]).toMatchObject({ actor: { id: admin.actor.personId }, target: { id: "comparisons" } });
  expect((await getInstanceSettings(admin)).features).toMatchObject({ comparisons: false, api: true });
});

test("two switches at once both hold", async () => {
  await Promise.all([off("comparisons"), off("api"), off("member_keys")]);
  const { features } = await getInstanceSettings(admin);
  expect(FEATURES.filter((feature) => !features[feature])).toEqual(["api", "member_keys", "comparisons"]);
});

test("an owner who does not administer the instance switches nothing", async () => {
  const owner = await world.team.as("owner");
  await expect(setFeature(owner, { feature: "api", on: false })).rejects.toMatchObject({ code: "forbidden" });
});
