import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { MAX_EMAIL_LENGTH } from "@/lib/auth/account-rules";
import { AppError } from "@/lib/errors";
import { LOCALES } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { ROLES, type Role } from "@/lib/permissions/roles";

export const MAX_IMPORT_LINES = 10_000;
const MAX_IMPORT_CHARACTERS = 2_000_000;

export type LineProblem =
  | "email_invalid"
  | "role_unknown"
  | "role_owner"
  | "group_unknown"
  | "twice"
  | "is_owner"
  | "is_self";

export interface FileLine {
  /** As an editor counts them, from 1. */
  line: number;
  email: string;
  role: Role;
  /** As it is written; empty: none. */
  group: string;
  problem: LineProblem | null;
}

const COLUMNS: Readonly<Record<string, "email" | "role" | "group">> = {
  email: "email",
  "e-mail": "email",
  邮箱: "email",
  role: "role",
  角色: "role",
  group: "group",
  小组: "group",
};

/** A role by its name in any language of Wye. */
const NAMES = new Map<string, Role>([
  ...ROLES.map((role): [string, Role] => [role, role]),
  ...LOCALES.flatMap((locale) =>
    ROLES.map((role): [string, Role] => [MESSAGES[locale].people.roles[role].toLowerCase(), role]),
  ),
]);

const Row = z.object({ info: z.object({ lines: z.int() }), record: z.array(z.string()) });

/** The lines of a list of members in CSV, whose first line names its columns: email, and role and group where wanted;
 *  others are passed over.
 *  @throws AppError `too_large` beyond the limits; `invalid_input` with the line when it is no CSV, or has no column of
 *  e-mails */
export function readMemberFile(text: string): FileLine[] {
  if (text.length > MAX_IMPORT_CHARACTERS) throw new AppError("too_large");
  const [head, ...rows] = rowsOf(text);
  const columns = (head?.record ?? []).map((name) => COLUMNS[name.trim().toLowerCase()] ?? null);
  if (!columns.includes("email")) throw new AppError("invalid_input", { field: "file", problem: "email" });
  if (rows.length > MAX_IMPORT_LINES) throw new AppError("too_large");
  const seen = new Set<string>();
  return rows.map(({ info, record }) => {
    const cell = (name: "email" | "role" | "group") => record[columns.indexOf(name)]?.trim() ?? "";
    const [email, role] = [cell("email").toLowerCase(), cell("role").toLowerCase()];
    const known = role === "" ? "member" : NAMES.get(role);
    const line = { line: info.lines, email, role: known ?? "member", group: cell("group") };
    const problem = problemOf(email, known, seen.has(email));
    seen.add(email);
    return { ...line, problem };
  });
}

function problemOf(email: string, role: Role | undefined, isKnown: boolean): LineProblem | null {
  if (email.length > MAX_EMAIL_LENGTH || !z.email().safeParse(email).success) return "email_invalid";
  if (isKnown) return "twice";
  if (role === undefined) return "role_unknown";
  return role === "owner" ? "role_owner" : null;
}

function rowsOf(text: string): z.output<typeof Row>[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    return z.array(Row).parse(parse(text, { ...options, delimiter: [",", ";", "\t"] }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = "lines" in error && typeof error.lines === "number" ? error.lines : 0;
    throw new AppError("invalid_input", { field: "file", problem: "csv", line: at }, { cause: error });
  }
}
