import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { listCredentials } from "@/db/queries/credentials";
import type { Context } from "@/lib/context";
import { removeMember } from "@/lib/members/remove-member";
import { undoRemoval } from "@/lib/members/undo-removal";
import { addCredential } from "@/lib/providers/add-credential";
import { addProvider } from "@/lib/providers/add-provider";
import { allowHost } from "@/lib/providers/allow-host";
import { removeCredential } from "@/lib/providers/remove-credential";
import { removeProvider } from "@/lib/providers/remove-provider";
import { restoreCredential } from "@/lib/providers/restore-credential";
import { restoreProvider } from "@/lib/providers/restore-provider";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";
import { findOperations } from "./operations";
import { fingerprintOf } from "./seed-team";

/** Some acts are undone by a sealed token that names rows of its team. Another team's owner who comes by one gets what
 *  anybody gets for a token that was never given, and nothing changes in either team. */

let database: FreshDatabase;
let upstream: Upstream;
beforeAll(async () => {
  setTestSecrets();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["m1"] })]);
  await allowHost(asInstance(database.db), upstream.host);
});
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

const withProvider = (owner: Context) =>
  addProvider(owner, {
    scope: "team",
    vendor: "openai-compatible",
    name: "p",
    baseUrl: upstream.baseUrl("openai"),
    apiKey: "sk-first-0123456789-1111",
  });

interface Undoing {
  /** Does something, and gives what undoes it. */
  act: (owner: Context, team: TestTeam) => Promise<{ undo: string }>;
  undo: (context: Context, token: string) => Promise<unknown>;
}

/** By the action that takes the token. */
const UNDOING: Readonly<Record<string, Undoing>> = {
  undoRemoval: {
    act: async (owner, team) => removeMember(owner, memberId(await team.as("member"))),
    undo: undoRemoval,
  },
  restoreProvider: {
    act: async (owner) => removeProvider(owner, (await withProvider(owner)).id),
    undo: restoreProvider,
  },
  restoreKey: {
    async act(owner) {
      const { id: providerId } = await withProvider(owner);
      const [first] = await listCredentials(owner.db, owner.actor.teamId, providerId);
      await addCredential(owner, { providerId, apiKey: "sk-second-0123456789-2222" });
      return removeCredential(owner, first?.id ?? "");
    },
    undo: restoreCredential,
  },
};

test("each action that takes an undo token is tried here", async () => {
  const operations = await findOperations();
  const taking = operations.filter(({ input }) => input instanceof z.ZodObject && "undo" in input.shape);
  expect(taking.map(({ name }) => name).toSorted()).toEqual(Object.keys(UNDOING).toSorted());
});

describe.each(Object.entries(UNDOING))("%s", (_name, { act, undo }) => {
  test("another team's token is as unknown as one that was never given, and changes nothing", async () => {
    const [team, other] = [await newTeam(database.db), await newTeam(database.db)];
    const [owner, stranger] = [await team.as("owner"), await other.as("owner")];
    const { undo: token } = await act(owner, team);
    const both = () =>
      Promise.all([owner, stranger].map((context) => fingerprintOf(database.db, of(context))));
    const before = await both();
    const refusal = await undo(stranger, token).catch(said);
    expect(refusal).toEqual(await undo(stranger, `${token.slice(0, -4)}AAAA`).catch(said));
    expect(refusal).toEqual({ code: "not_found", params: {} });
    expect(await both()).toEqual(before);
    // It was a good one.
    await undo(owner, token);
    expect(await both()).not.toEqual(before);
  });
});

function said(error: unknown): unknown {
  const { code, params } = error as { code?: unknown; params?: unknown };
  return { code, params };
}

function memberId({ actor }: Context): string {
  if (actor.kind !== "person") throw new Error("no person");
  return actor.personId;
}

const of = (context: Context) => ({ teamId: context.actor.teamId, personId: memberId(context) });
