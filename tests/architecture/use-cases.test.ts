import { describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { INSTANCE_PERMISSIONS, PERMISSIONS } from "@/lib/permissions/permissions";
import { ROLES, type Role } from "@/lib/permissions/roles";
import { sourceFiles } from "./source-files";
import { DELEGATED, FREE } from "./use-case-rules";
import { findUseCases, type UseCase } from "./use-cases";

const CASES = findUseCases(sourceFiles(/^(app|scripts\/cli)\/.*\.tsx?$/), sourceFiles(/^lib\/.*\.ts$/));
const ruleOf = ({ name, permissions }: UseCase): string | undefined => permissions[0] ?? DELEGATED[name];

/** Whatever is read of it is there, and is no more than itself: it gets past a signature and nothing else. */
function anything(): unknown {
  return new Proxy(() => undefined, {
    get: (_target, key) => {
      if (key === "then") return undefined;
      if (key === Symbol.toPrimitive) return () => "anything";
      return key === Symbol.iterator ? [][Symbol.iterator].bind([]) : anything();
    },
    apply: () => anything(),
  });
}

const contextOf = (role: Role, instanceAdmin: boolean): Context => ({
  db: new Proxy({} as Context["db"], {
    get: () => {
      throw new RangeError("the database was reached");
    },
  }),
  actor: {
    ...{ kind: "person", personId: "p", teamId: "t", role, instanceAdmin },
    ...{ groupIds: [], managedGroupIds: [] },
  },
  requestId: "r",
});

/** The code it is refused with, or what else stopped it. */
async function outcomeOf({ path, name }: UseCase, context: Context): Promise<string> {
  const module = (await import(`../../${path}`)) as Record<string, (...args: unknown[]) => unknown>;
  try {
    await module[name]?.(context, anything(), anything());
    return "done";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

test("each use case asks for a permission, or says why it needs none", () => {
  expect(CASES.length).toBeGreaterThan(80);
  expect(CASES.filter((one) => ruleOf(one) === undefined && FREE[one.name] === undefined)).toEqual([]);
});

test("no rule is kept of a use case that is gone or asks by itself", () => {
  const silent = new Set(CASES.filter(({ permissions }) => permissions.length === 0).map(({ name }) => name));
  expect([...Object.keys(DELEGATED), ...Object.keys(FREE)].filter((name) => !silent.has(name))).toEqual([]);
});

test("each permission of the table is asked for by some use case", () => {
  const used = sourceFiles(/^lib\/.*\.ts$/).filter(({ path }) => !path.startsWith("lib/permissions/"));
  const quoted = new Set(used.flatMap(({ text }) => text.match(/"[a-z]+:[a-z-]+"/g) ?? []));
  const known = [...Object.keys(PERMISSIONS), ...INSTANCE_PERMISSIONS];
  expect(known.filter((permission) => !quoted.has(`"${permission}"`))).toEqual([]);
  const asked = CASES.flatMap((one) => [...one.permissions, ruleOf(one) ?? []].flat());
  expect(asked.filter((permission) => !known.includes(permission))).toEqual([]);
});

describe.each(CASES.filter((one) => ruleOf(one) !== undefined))("$name ($path)", (one) => {
  const rule = ruleOf(one) ?? "";
  const allowed: readonly Role[] | undefined = Object.entries(PERMISSIONS).find(([key]) => key === rule)?.[1];

  test.each(ROLES)("as the table says for the role %s, before anything else", async (role) => {
    const outcome = await outcomeOf(one, contextOf(role, false));
    if (allowed?.includes(role)) expect(outcome).not.toBe("forbidden");
    else expect(outcome).toBe("forbidden");
    // Who runs the server gains nothing in a team by it, and has what is the instance's whatever they are in a team.
    const asAdministrator = await outcomeOf(one, contextOf(role, true));
    if (allowed === undefined || allowed.includes(role)) expect(asAdministrator).not.toBe("forbidden");
    else expect(asAdministrator).toBe("forbidden");
  });
});
