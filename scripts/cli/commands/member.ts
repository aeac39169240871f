import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { importMembers } from "@/lib/members/import-members";
import { listMembers, type Member, type MemberQuery } from "@/lib/members/list-members";
import { planImport } from "@/lib/members/plan-import";
import { ROLES, type Role } from "@/lib/permissions/roles";
import { Failure } from "../failure";
import { languageOption } from "../language-option";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { note, printRows } from "../output";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

interface ListOptions extends CommonOptions {
  team?: string;
  search?: string;
  role?: Role;
}

interface ImportOptions extends CommonOptions {
  team?: string;
  dryRun?: boolean;
  language: Locale;
}

const TEAM = ["--team <id or name>", "the only or first team unless it is given"] as const;

export function addMemberCommands(member: Command): void {
  const list = leaf(member, "list", "the members of a team, by name")
    .option(...TEAM)
    .option("--search <text>", "part of a name or an e-mail")
    .addOption(new Option("--role <role>", "only who has this role").choices(ROLES));
  withCommonOptions(list).action(listAll);
  const load = leaf(
    member,
    "import <file>",
    "invite and change members as a list in CSV says (email, role, group)",
  )
    .option(...TEAM)
    .option("--dry-run", "say what would be done, line by line, and do nothing")
    .addOption(languageOption());
  withCommonOptions(load).action(importFile);
}

async function listAll({ search, role, ...acting }: ListOptions): Promise<void> {
  const members = await withContext(acting, async (context) => {
    requireTeam(context);
    const filter: MemberQuery = { ...(search ? { search } : {}), ...(role ? { role } : {}) };
    const all: Member[] = [];
    for (let after: MemberQuery["after"] | null; after !== null; ) {
      const page = await listMembers(context, after ? { ...filter, after } : filter);
      all.push(...page.members);
      after = page.next;
    }
    return all;
  });
  const rows = members.map(({ id, name, email, role: is, suspendedAt, groups }) => ({
    ...{ id, name, email, role: is, suspended: suspendedAt !== null },
    groups: groups.map((group) => group.name),
  }));
  printRows(rows, acting, {
    columns: [
      { title: "Name", value: (row) => row.name },
      { title: "E-mail", value: (row) => row.email },
      { title: "Role", value: (row) => (row.suspended ? `${row.role}, suspended` : row.role) },
      { title: "Groups", value: (row) => row.groups.join(", ") },
    ],
    none: "Nobody is in it, or nobody matches.",
  });
}

async function importFile(
  file: string,
  { dryRun = false, language, ...acting }: ImportOptions,
): Promise<void> {
  const text = await readText(file);
  const rows = await withContext(acting, async (context) => {
    requireTeam(context);
    const plan = await explained(() => planImport(context, text));
    const errors = plan.filter(({ kind }) => kind === "error").length;
    const done = dryRun || errors > 0 ? null : await importMembers(context, text, language);
    const linkOf = new Map(done?.invited.map(({ email, link }) => [email, link]));
    const lines = plan.map(({ line, kind, email, role, before, group, problem }) => ({
      ...{ line, kind, email, role, before, group, problem },
      link: linkOf.get(email) ?? null,
    }));
    return { lines, errors, isMailed: done?.isMailed ?? false };
  });
  printRows(rows.lines, acting, {
    columns: [
      { title: "Line", value: (row) => String(row.line), align: "right" },
      { title: "What", value: (row) => row.problem ?? row.kind },
      { title: "E-mail", value: (row) => row.email },
      { title: "Role", value: (row) => (row.before === null ? row.role : `${row.before} > ${row.role}`) },
      { title: "Group", value: (row) => row.group ?? "" },
      { title: "Link", value: (row) => row.link ?? "" },
    ],
    none: "The file has no lines but its first.",
  });
  if (rows.errors > 0) throw new Failure(`${rows.errors} lines cannot be done; nothing was changed.`);
  const mailed = rows.isMailed ? " Each is mailed by the server too, at once or when it runs." : "";
  note(dryRun ? "Nothing was changed: this was a dry run." : `Done. The links are shown only now.${mailed}`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new Failure(`<file>: ${file} cannot be read.`);
  }
}

async function explained<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError) || error.params.field !== "file") throw error;
    const { problem, line } = error.params;
    throw new Failure(
      problem === "email"
        ? '<file>: its first line names no column "email".'
        : `<file>: cannot be read as CSV near line ${line}.`,
    );
  }
}
