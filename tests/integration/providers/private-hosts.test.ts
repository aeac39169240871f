import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deleteProvider, listAllProviders } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { connectVendor } from "@/lib/providers/connect-vendor";
import type { Probe } from "@/lib/providers/detect-local";
import { findLocalServers } from "@/lib/providers/find-local-servers";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";

let database: FreshDatabase;
let upstream: Upstream;
let probes: Probe[];
beforeAll(async () => {
  setTestSecrets();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["llama"] })]);
  probes = [
    { vendor: "ollama", baseUrl: upstream.baseUrl("ollama") },
    { vendor: "lmstudio", baseUrl: "http://localhost:9/v1" },
  ];
});
beforeEach(async () => {
  for (const { teamId, id } of await listAllProviders(database.db))
    await deleteProvider(database.db, teamId, id);
});
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

const local = () => ({ vendor: "ollama", baseUrl: upstream.baseUrl("ollama") });

test("a model server that runs beside Wye is found, until it is connected", async () => {
  const administrator = await (await newTeam(database.db)).as("owner", { instanceAdmin: true });
  expect(await findLocalServers(administrator, probes)).toEqual([
    { vendor: "ollama", baseUrl: upstream.baseUrl("ollama"), models: [{ id: "llama" }] },
  ]);
  await connectVendor(administrator, local());
  expect(await findLocalServers(administrator, probes)).toEqual([]);
});

test("the instance's administrator connects a private address for the whole server, and is told", async () => {
  const administrator = await (await newTeam(database.db)).as("owner", { instanceAdmin: true });
  expect(await connectVendor(administrator, local())).toMatchObject({
    models: [{ id: "llama" }],
    allowedHost: upstream.host,
  });
});

test("the instance's administrator connects for the whole server whenever that is chosen, and nobody else does", async () => {
  const team = await newTeam(database.db);
  const administrator = await team.as("owner", { instanceAdmin: true });
  const forAll = { ...local(), scope: "instance", name: "for-all" } as const;
  await connectVendor(administrator, forAll);
  const rows = await listAllProviders(database.db);
  expect(rows).toMatchObject([{ teamId: INSTANCE_TEAM_ID, name: "for-all" }]);
  const owner = await team.as("owner");
  await expect(connectVendor(owner, forAll)).rejects.toMatchObject({ code: "forbidden" });
});

test("another owner does not", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  await expect(connectVendor(owner, local())).rejects.toMatchObject({ code: "private_address" });
  expect(await listAllProviders(database.db)).toEqual([]);
});

test("who may not see the providers does not look for any", async () => {
  const member = await (await newTeam(database.db)).as("member");
  await expect(findLocalServers(member, probes)).rejects.toMatchObject({ code: "forbidden" });
});
