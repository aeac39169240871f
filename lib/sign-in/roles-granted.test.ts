import fc from "fast-check";
import { expect, test } from "vitest";
import { ROLES } from "@/lib/permissions/roles";
import type { Grant } from "./method-input";
import { rolesGranted } from "./roles-granted";

const grant = fc.record({
  group: fc.constantFrom("*", "staff", "admins", "pupils"),
  teamId: fc.constantFrom("one", "two"),
  role: fc.constantFrom(...ROLES.filter((role) => role !== "owner")),
});
const groups = fc.subarray(["staff", "admins", "pupils", "others"]);

test("the highest of what somebody is given holds, whatever the order", () => {
  fc.assert(
    fc.property(fc.array(grant), groups, (grants, own) => {
      const roles = rolesGranted(grants, own);
      expect(rolesGranted(grants.toReversed(), own)).toEqual(roles);
      for (const { group, teamId, role } of grants) {
        if (group !== "*" && !own.includes(group)) continue;
        const held = roles.get(teamId);
        expect(held && ROLES.indexOf(held) <= ROLES.indexOf(role)).toBe(true);
      }
    }),
  );
});

test("each team that is named is decided, and no other", () => {
  const grants: Grant[] = [
    { group: "staff", teamId: "one", role: "member" },
    { group: "admins", teamId: "two", role: "administrator" },
  ];
  expect([...rolesGranted(grants, ["staff"])]).toEqual([
    ["one", "member"],
    ["two", null],
  ]);
});
