import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { INSTANCE_PERMISSIONS, PERMISSIONS } from "@/lib/permissions/permissions";
import { ROLES, type Role } from "@/lib/permissions/roles";
import { sourceFiles } from "./source-files";
import { DELEGATED, FREE, UNASKED } from "./use-case-rules";
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

/** Whatever is asked of it never answers. */
function silence(onAsked: () => void): unknown {
  return new Proxy(() => undefined, {
    get: (_target, key) => {
      onAsked();
      return key === "then" ? () => undefined : silence(onAsked);
    },
    apply: () => silence(onAsked),
  });
}

const REACHED = "the database was reached";
/** One that waits for what never comes is past what would have refused it. */
const AT_MOST_MS = 2_000;

/** The code it is refused with, or how far it came. */
async function outcomeOf({ path, name }: UseCase, role: Role, instanceAdmin: boolean): Promise<string> {
  const module = (await import(`../../${path}`)) as Record<string, (...args: unknown[]) => unknown>;
  const reached = Promise.withResolvers<string>();
  const context: Context = {
    db: silence(() => reached.resolve(REACHED)) as Context["db"],
    actor: {
      ...{ kind: "person", personId: "p", teamId: "t", role, instanceAdmin },
      ...{ groupIds: [], managedGroupIds: [] },
    },
    requestId: "r",
  };
  const ended = (async () => {
    try {
      await module[name]?.(context, anything(), anything());
      return "done";
    } catch (error) {
      return error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  })();
  return Promise.race([ended, reached.promise, sleep(AT_MOST_MS, "it goes on", { ref: false })]);
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
  const unasked = known.filter((permission) => !quoted.has(`"${permission}"`));
  expect(unasked.filter((permission) => !UNASKED.includes(permission))).toEqual([]);
  const asked = CASES.flatMap((one) => [...one.permissions, ruleOf(one) ?? []].flat());
  expect(asked.filter((permission) => !known.includes(permission))).toEqual([]);
});

describe.each(CASES.filter((one) => ruleOf(one) !== undefined))("$name ($path)", (one) => {
  const rule = ruleOf(one) ?? "";
  const allowed: readonly Role[] | undefined = Object.entries(PERMISSIONS).find(([key]) => key === rule)?.[1];

  test.each(ROLES)("as the table says for the role %s, before anything else", async (role) => {
    const outcome = await outcomeOf(one, role, false);
    if (allowed?.includes(role)) expect(outcome).not.toBe("forbidden");
    else expect(outcome).toBe("forbidden");
    // Who runs the server gains nothing in a team by it, and has what is the instance's whatever they are in a team.
    const asAdministrator = await outcomeOf(one, role, true);
    if (allowed === undefined || allowed.includes(role)) expect(asAdministrator).not.toBe("forbidden");
    else expect(asAdministrator).toBe("forbidden");
  });
});
