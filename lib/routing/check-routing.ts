import { listRoutingGroups } from "@/db/queries/routing-groups";
import { readOffers } from "@/lib/completion/offers";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Mode } from "@/lib/router/choice";
import type { Rule } from "@/lib/router/policy/policy";
import { withConsequence } from "@/lib/router/policy/with-consequence";
import { expressionProblem } from "./expression-problem";
import type { TeamRouting } from "./routing-input";

/** What a team says, with each model named as its provider writes it and each once. Names that stood before may stay,
 *  though their provider is away,
 *  and so may groups that are gone.
 *  @throws AppError `invalid_input` with the `field`, the `problem` and, of an expression, the `position` from 1; of a
 *  rule also its place (`rule`, from 1) and its `name` */
export async function checkRouting(
  { db, actor }: Context,
  wanted: TeamRouting,
  before: TeamRouting,
): Promise<TeamRouting> {
  const [{ models }, groups] = await Promise.all([
    readOffers(db, actor.teamId),
    listRoutingGroups(db, actor.teamId),
  ]);
  const groupIds = new Set([...groupsIn(before), ...groups.map(({ id }) => id)]);
  const connected = models.map(({ provider, model }) => `${provider}/${model}`);
  const names = new Map([...namesIn(before), ...connected].map((name) => [name.toLowerCase(), name]));
  const nameOf = (said: string, where: Readonly<Record<string, string | number>>): string => {
    const name = names.get(said.trim().toLowerCase());
    if (name === undefined) throw new AppError("invalid_input", { ...where, problem: "model", model: said });
    return name;
  };
  const listOf = (mode: Mode) =>
    wanted.modes[mode] && [
      ...new Set(wanted.modes[mode].map((name) => nameOf(name, { field: `modes.${mode}` }))),
    ];
  const { policy } = wanted;
  if (policy.allowed?.length === 0) {
    throw new AppError("invalid_input", { field: "allowed", problem: "nothing-allowed" });
  }
  if (new Set(policy.rules.map(({ id }) => id)).size < policy.rules.length) {
    throw new AppError("invalid_input", { field: "rules", problem: "twice" });
  }
  return {
    policy: { ...policy, rules: policy.rules.map((rule, nth) => checkRule(rule, nth, nameOf, groupIds)) },
    modes: { knowledge: listOf("knowledge"), reasoning: listOf("reasoning") },
  };
}

const namesIn = ({ policy, modes }: TeamRouting): string[] => [
  ...Object.values(modes).flatMap((list) => list ?? []),
  ...policy.rules.flatMap(({ then }) => then.model ?? []),
];

const groupsIn = ({ policy }: TeamRouting): string[] =>
  policy.rules.flatMap(({ when }) => when.groupId ?? []);

function checkRule(
  rule: Rule,
  nth: number,
  nameOf: (said: string, where: Record<string, string | number>) => string,
  groupIds: ReadonlySet<string>,
): Rule {
  const refuse = (field: string, params: Record<string, string | number>) =>
    new AppError("invalid_input", { ...where(field), ...params });
  const where = (field: string) => ({ field: `rules.${rule.id}.${field}`, rule: nth + 1, name: rule.name });
  if (Object.keys(rule.when).length === 0) throw refuse("when", { problem: "no-condition" });
  if (Object.keys(rule.then).length === 0) throw refuse("then", { problem: "no-consequence" });
  const wrong = rule.when.matches === undefined ? null : expressionProblem(rule.when.matches);
  if (wrong) throw refuse("matches", { ...wrong });
  const { groupId } = rule.when;
  if (groupId !== undefined && !groupIds.has(groupId)) throw refuse("groupId", { problem: "group" });
  const { model } = rule.then;
  return model === undefined
    ? rule
    : withConsequence(rule, { ...rule.then, model: nameOf(model, where("model")) });
}
