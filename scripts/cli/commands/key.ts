import { type Command, InvalidArgumentError, Option } from "commander";
import { findPersonByEmail } from "@/db/queries/people";
import { findMembership, listMembers } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { createKey } from "@/lib/keys/create-key";
import { type ListedKey, listKeys } from "@/lib/keys/list-keys";
import { revokeKey } from "@/lib/keys/revoke-key";
import { OVERLAP_HOURS, rotateKey } from "@/lib/keys/rotate-key";
import { KEY_SCOPES, type KeyScope } from "@/lib/permissions/key-scopes";
import { CHOSEN_MODES, type ChosenMode } from "@/lib/router/choice";
import { Failure } from "../failure";
import type { Column } from "../format-table";
import { formatTime } from "../format-time";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { note, printRows, printValue } from "../output";
import { parseInstant } from "../parse-instant";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

interface TeamOptions extends CommonOptions {
  team?: string;
}

interface CreateOptions extends TeamOptions {
  user?: string;
  name: string;
  scopes?: KeyScope[];
  models?: string[];
  modes?: ChosenMode[];
  addresses?: string[];
  expires?: Date;
}

const TEAM = ["--team <id or name>", "the only or first team unless it is given"] as const;

export function addKeyCommands(key: Command): void {
  const create = leaf(key, "create", "make a key for programs; it is shown once")
    .option(...TEAM)
    .option("--user <email>", "whose rights it has; an owner of the team unless it is given")
    .requiredOption("--name <name>", "1 to 80 characters")
    .option("--scopes <scopes>", `of ${KEY_SCOPES.join(", ")}; all unless it is given`, oneOf(KEY_SCOPES))
    .option("--models <vendor/model,...>", "only these; * stands for any characters", listed)
    .option("--modes <modes>", `only these of ${CHOSEN_MODES.join(", ")}`, oneOf(CHOSEN_MODES))
    .option("--addresses <networks>", "only from these addresses or networks (CIDR)", listed)
    .option("--expires <date or time>", "until then; UTC unless it names its zone", parseInstant);
  withCommonOptions(create).action(createOne);
  const list = leaf(key, "list", "a team's keys").option(...TEAM);
  withCommonOptions(list).action(listAll);
  const rotate = leaf(key, "rotate", "give a key another secret, shown once")
    .option(...TEAM)
    .argument("<id>", "of the key")
    .addOption(
      new Option("--overlap <hours>", "how long the old secret works on")
        .argParser(parseHours)
        .default(OVERLAP_HOURS),
    );
  withCommonOptions(rotate).action(rotateOne);
  const revoke = leaf(key, "revoke", "end a key at once and for good")
    .option(...TEAM)
    .argument("<id>", "of the key");
  withCommonOptions(revoke).action(revokeOne);
}

async function createOne({ user, name, expires, ...options }: CreateOptions): Promise<void> {
  const { scopes, models, modes, addresses, ...acting } = options;
  const made = await withContext(acting, async (context) => {
    requireTeam(context);
    return createKey(context, {
      ...{ name, personId: await ownerId(context, user) },
      ...(scopes && { scopes }),
      ...(models && { models }),
      ...(modes && { modes }),
      ...(addresses && { addresses }),
      ...(expires && { expiresAt: expires }),
    });
  });
  if (!acting.json) note("This is shown once. Keep it where secrets are kept.");
  printValue(made, acting, made.key);
}

/** The instance itself holds no keys: an owner of the team stands in for an administrator who is not in it. */
async function ownerId({ db, actor }: Context, user: string | undefined): Promise<string> {
  if (user === undefined) {
    if (await findMembership(db, actor.teamId, actor.personId)) return actor.personId;
    const owner = (await listMembers(db, actor.teamId)).find(({ role }) => role === "owner");
    return owner?.id ?? actor.personId;
  }
  const person = await findPersonByEmail(db, user.trim());
  if (person && (await findMembership(db, actor.teamId, person.id))) return person.id;
  throw new Failure(`--user: nobody with the e-mail ${user} is in the team.`);
}

async function listAll(acting: TeamOptions): Promise<void> {
  const keys = await withContext(acting, (context) => {
    requireTeam(context);
    return listKeys(context);
  });
  printRows(keys.map(toRow), acting, { columns: COLUMNS, none: "No key has been made yet." });
}

async function rotateOne(
  id: string,
  { overlap, ...acting }: TeamOptions & { overlap: number },
): Promise<void> {
  const made = await withContext(acting, (context) => rotateKey(context, id, overlap));
  if (!acting.json) note("This is shown once. Keep it where secrets are kept.");
  printValue(made, acting, made.key);
}

async function revokeOne(id: string, acting: TeamOptions): Promise<void> {
  await withContext(acting, (context) => revokeKey(context, id));
  printValue({ id, revoked: true }, acting, "Revoked. It works no more.");
}

function toRow(key: ListedKey) {
  const { id, name, owner, state, scopes, models, modes, addresses, spent } = key;
  const at = (date: Date | null) => date?.toISOString() ?? null;
  return {
    ...{ id, name, owner: owner.email, state, end: key.tokenEnd, scopes, models, modes, addresses, spent },
    ...{ createdAt: at(key.createdAt), expiresAt: at(key.expiresAt) },
    ...{ lastUsedAt: at(key.lastUsedAt), revokedAt: at(key.revokedAt) },
  };
}

type Row = ReturnType<typeof toRow>;
const time = (iso: string | null) => (iso === null ? "—" : formatTime(iso));
const COLUMNS: Column<Row>[] = [
  { title: "Id", value: ({ id }) => id },
  { title: "Name", value: ({ name }) => name },
  { title: "Key", value: ({ end }) => `wye_…${end}` },
  { title: "Owner", value: ({ owner }) => owner },
  { title: "State", value: ({ state }) => state },
  { title: "Last used (UTC)", value: ({ lastUsedAt }) => time(lastUsedAt) },
  { title: "Expires (UTC)", value: ({ expiresAt }) => time(expiresAt) },
];

function listed(text: string): string[] {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.some((part) => part === "")) throw new InvalidArgumentError("Separate them with commas.");
  return parts;
}

function oneOf<Value extends string>(values: readonly Value[]): (text: string) => Value[] {
  return (text) =>
    listed(text).map((part) => {
      const found = values.find((value) => value === part);
      if (found === undefined) throw new InvalidArgumentError(`It is one of ${values.join(", ")}.`);
      return found;
    });
}

function parseHours(text: string): number {
  const hours = Number(text);
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError("Give whole hours, 0 to 999.");
  return hours;
}
