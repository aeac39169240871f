import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { ROLES } from "@/lib/permissions/roles";
import {
  anyAccessRule,
  anyCatalogue,
  anyHealth,
  anyPolicy,
  anyRequest,
  anySpend,
  GROUPS,
} from "@/tests/support/any-routing";
import { AT } from "@/tests/support/routing";
import type { ChosenMode } from "../choice";
import type { Decision, Option } from "../decision";
import { nameOf } from "../model-name";
import { route } from "../route";
import { type AccessRule, permitOf, type Subject, speaksOf } from "./access";
import { matchName } from "./match-name";
import { permitted } from "./permitted";

const subject: fc.Arbitrary<Subject> = fc.record({
  role: fc.constantFrom(...ROLES),
  groupIds: fc.subarray([...GROUPS]),
});
const rules = fc.array(anyAccessRule, { maxLength: 6 });

const applying = (some: readonly AccessRule[], who: Subject) => some.filter((rule) => speaksOf(rule, who));

test("whatever rules and requests there are, no model and no mode that is denied to a person answers, is tried next or is offered", () => {
  const world = fc.tuple(anyRequest, anyPolicy, rules, subject, anyCatalogue, anyHealth, anySpend);
  fc.assert(
    fc.property(world, ([request, policy, access, who, catalogue, health, spend]) => {
      const own = permitted({ ...policy, access }, who);
      let decision: Decision;
      try {
        decision = route(request, own, catalogue, health, spend, AT);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        return;
      }
      const speaking = applying(access, who);
      const options: Option[] = [decision, ...decision.fallbacks, ...decision.alternatives];
      const isDenied = (mode: ChosenMode) => speaking.some(({ modes }) => modes[mode] === "deny");
      if (request.choice.kind === "mode") expect(isDenied(request.choice.mode)).toBe(false);
      for (const option of options) {
        const known = catalogue.candidates.find(
          (one) => one.provider === option.provider && one.model === option.model,
        );
        const names = [nameOf(option), ...(known ? [`${known.vendor}/${known.model}`] : [])];
        const isAmong = (list: readonly string[]) =>
          list.some((pattern) => names.some((name) => matchName(pattern, name)));
        for (const { deny } of speaking) expect(isAmong(deny)).toBe(false);
        const lists = speaking.flatMap(({ allow }) => (allow === null ? [] : [allow]));
        if (lists.length > 0) expect(lists.some(isAmong)).toBe(true);
        if (option.mode !== null) expect(isDenied(option.mode)).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a denial holds whatever is allowed beside it, and in whichever order the rules stand", () => {
  fc.assert(
    fc.property(rules, anyAccessRule, fc.nat(), (some, denying, at) => {
      const all = some.toSpliced(at % (some.length + 1), 0, denying);
      const permit = permitOf(all);
      expect(permit.deny).toEqual(expect.arrayContaining([...denying.deny]));
      for (const mode of permit.modes) expect(denying.modes[mode]).not.toBe("deny");
      const turned = permitOf(all.toReversed());
      expect(new Set(turned.modes)).toEqual(new Set(permit.modes));
      expect(new Set(turned.deny)).toEqual(new Set(permit.deny));
    }),
  );
});

test("rules that speak of somebody else change nothing, and make no other policy", () => {
  fc.assert(
    fc.property(anyPolicy, rules, subject, (policy, access, who) => {
      const given = { ...policy, access };
      const own = permitted(given, who);
      expect(own === given).toBe(applying(access, who).length === 0);
      expect(permitted(given, { ...who })).toBe(own);
    }),
  );
});
