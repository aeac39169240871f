import { z } from "zod";
import { ROLES, type Role } from "@/lib/permissions/roles";
import { CHOSEN_MODES, type ChosenMode } from "../choice";

const MOST_PATTERNS = 200;
/** `vendor/model`, in which `*` stands for any characters. */
const Patterns = z.array(z.string().trim().min(1).max(300)).max(MOST_PATTERNS);

const Who = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("everyone") }),
  z.strictObject({ kind: z.literal("role"), role: z.enum(ROLES) }),
  z.strictObject({ kind: z.literal("group"), groupId: z.uuid() }),
]);

/** What some of a team may ask. Rules have no order: those that speak of a person are taken together. */
export const AccessRule = z.strictObject({
  id: z.uuid(),
  who: Who,
  /** Null: it opens nothing in particular. */
  allow: Patterns.nullable().default(null),
  deny: Patterns.default([]),
  /** A mode that is left out: the rule does not say. */
  modes: z.partialRecord(z.enum(CHOSEN_MODES), z.enum(["allow", "deny"])).default({}),
});
export type AccessRule = z.infer<typeof AccessRule>;

export interface Subject {
  role: Role;
  groupIds: readonly string[];
}

/** What the rules that speak of a person leave to them. */
export interface Permit {
  deny: readonly string[];
  /** Null: no rule names what is open, so all is. */
  allow: readonly string[] | null;
  modes: readonly ChosenMode[];
}

export const speaksOf = ({ who }: AccessRule, { role, groupIds }: Subject): boolean =>
  who.kind === "everyone" || (who.kind === "role" ? who.role === role : groupIds.includes(who.groupId));

/** What one rule denies is denied, whatever others allow. Where any of them names what is open, only what one of them
 *  names is. */
export function permitOf(rules: readonly AccessRule[]): Permit {
  const lists = rules.flatMap(({ allow }) => (allow === null ? [] : [allow]));
  const says = (what: "allow" | "deny") =>
    CHOSEN_MODES.filter((mode) => rules.some(({ modes }) => modes[mode] === what));
  const [open, closed] = [says("allow"), says("deny")];
  return {
    deny: rules.flatMap(({ deny }) => deny),
    allow: lists.length === 0 ? null : lists.flat(),
    modes: (open.length === 0 ? CHOSEN_MODES : open).filter((mode) => !closed.includes(mode)),
  };
}
