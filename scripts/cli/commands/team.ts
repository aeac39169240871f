import { type Command, Option } from "commander";
import { findPersonByEmail } from "@/db/queries/people";
import { findTeams } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { ROLES, type Role } from "@/lib/permissions/roles";
import { addMember } from "@/lib/teams/add-member";
import { createTeam } from "@/lib/teams/create-team";
import { deleteTeam } from "@/lib/teams/delete-team";
import { restoreTeam } from "@/lib/teams/restore-team";
import { setReportingCurrency } from "@/lib/teams/set-reporting-currency";
import { TEAM_GRACE_DAYS } from "@/lib/teams/team-grace";
import { Failure } from "../failure";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { printValue } from "../output";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

interface CreateOptions extends CommonOptions {
  name: string;
  owner: string;
}

interface AddMemberOptions extends CommonOptions {
  team?: string;
  email: string;
  role: Role;
}

export function addTeamCommands(team: Command): void {
  const create = leaf(team, "create", "make a team")
    .requiredOption("--name <name>", "1 to 80 characters")
    .requiredOption("--owner <email>", "who owns it; must have an account");
  withCommonOptions(create).action(createNamed);
  const add = leaf(team, "add-member", "put somebody in a team, or change their role there")
    .option("--team <id or name>", "the only or first team unless it is given")
    .requiredOption("--email <email>", "who; must have an account")
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).default("member"));
  withCommonOptions(add).action(addOne);
  const set = leaf(team, "set", "settings of a team")
    .option("--team <id or name>", "the only or first team unless it is given")
    .requiredOption(
      "--currency <code>",
      'in which its costs are shown too, such as EUR; "none" for no other',
    );
  withCommonOptions(set).action(setOne);
  const remove = leaf(team, "delete", `delete a team in ${TEAM_GRACE_DAYS} days; until then it can be read`)
    .requiredOption("--team <id or name>", "which")
    .addHelpText("after", "\nUndo it with: team restore --team NAME");
  withCommonOptions(remove).action(deleteOne);
  const restore = leaf(team, "restore", "undo the deletion of a team").requiredOption(
    "--team <id or name>",
    "which",
  );
  withCommonOptions(restore).action(restoreOne);
}

async function deleteOne(acting: CommonOptions & { team: string }): Promise<void> {
  const deleted = await withContext(acting, async (context) => {
    const id = requireTeam(context);
    const { deletesAt } = await deleteTeam(context);
    return { id, deletesAt: deletesAt.toISOString() };
  });
  printValue(deleted, acting, `${acting.team} is deleted on ${deleted.deletesAt}. Undo: team restore.`);
}

async function restoreOne(acting: CommonOptions & { team: string }): Promise<void> {
  const restored = await withContext(acting, async (context) => {
    const id = requireTeam(context);
    await restoreTeam(context);
    return { id, deletesAt: null };
  });
  printValue(restored, acting, `${acting.team} stays.`);
}

async function setOne({
  currency,
  ...acting
}: CommonOptions & { team?: string; currency: string }): Promise<void> {
  const code = currency === "none" ? null : currency.toUpperCase();
  const made = await withContext(acting, async (context) => {
    const id = requireTeam(context);
    await setReportingCurrency(context, code);
    return { id, currency: code };
  });
  printValue(
    made,
    acting,
    code === null ? "Costs are shown as vendors charge them." : `Costs are shown in ${code} too.`,
  );
}

async function createNamed({ name, owner, ...common }: CreateOptions): Promise<void> {
  const made = await withContext(common, async (context) =>
    createTeam(context, { name, ownerId: await personId(context, "--owner", owner) }),
  );
  printValue(made, common, `Made the team ${made.name}, owned by ${owner}.`);
}

async function addOne({ email, role, ...acting }: AddMemberOptions): Promise<void> {
  const added = await withContext(acting, async (context) => {
    const teamId = requireTeam(context);
    await personId(context, "--email", email);
    const member = await addMember(context, { teamId, email, role });
    const [team] = await findTeams(context.db, [teamId]);
    return { id: teamId, name: team?.name ?? teamId, person: member.personId, email, role };
  });
  printValue(added, acting, `${email} is in the team ${added.name} as ${role}.`);
}

async function personId({ db }: Context, flag: string, email: string): Promise<string> {
  const person = await findPersonByEmail(db, email.trim());
  if (person) return person.id;
  throw new Failure(`${flag}: nobody with the e-mail ${email} has an account here. Make one: "user create".`);
}
