import { type Command, Option } from "commander";
import { listGroupNames } from "@/lib/groups/list-group-names";
import type { Locale } from "@/lib/i18n/locale";
import { invite } from "@/lib/invitations/invite";
import type { InviteInput } from "@/lib/invitations/invite-input";
import { ROLES } from "@/lib/permissions/roles";
import { Failure } from "../failure";
import { languageOption } from "../language-option";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { note, printValue } from "../output";
import { parseCount } from "../parse-count";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

interface CreateOptions extends CommonOptions {
  team?: string;
  role: NonNullable<InviteInput["role"]>;
  group?: string;
  email?: string;
  days: number;
  uses: number;
  language: Locale;
}

export function addInviteCommands(noun: Command): void {
  const create = leaf(
    noun,
    "create",
    "make a link that lets people into a team; one for an e-mail is mailed, where mail is sent",
  )
    .option("--team <id or name>", "the only or first team unless it is given")
    .addOption(
      new Option("--role <role>", "what they will be")
        .choices(ROLES.filter((role) => role !== "owner"))
        .default("member"),
    )
    .option("--group <name>", "which group they will be in")
    .option("--email <email>", "only for whoever has this e-mail, once")
    .option("--days <n>", "for how long, 1 to 90", parseCount(90), 7)
    .option("--uses <n>", "for how many people, 1 to 10000", parseCount(10_000), 1);
  create.addOption(languageOption());
  withCommonOptions(create).action(createOne);
}

async function createOne({
  role,
  group,
  email,
  days,
  uses,
  language,
  ...acting
}: CreateOptions): Promise<void> {
  const made = await withContext(acting, async (context) => {
    requireTeam(context);
    const groups = group === undefined ? [] : await listGroupNames(context);
    const found = groups.find(({ name }) => name.toLowerCase() === group?.toLowerCase());
    if (group !== undefined && !found) throw new Failure(`--group: the team has no group ${group}.`);
    const whom = { email: email ?? null, locale: language, days, maxUses: uses };
    return invite(context, { role, groupId: found?.id ?? null, ...whom });
  });
  printValue(made, acting, made.link);
  if (made.isMailed)
    note(`It is mailed to ${email} by the server, at once or when it runs. The link is shown only now.`);
  else note("The link is shown only now: pass it on.");
}
