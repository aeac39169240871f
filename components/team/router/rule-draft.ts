import type { Mode } from "@/lib/router/choice";
import { EFFORTS, type Effort } from "@/lib/router/effort";
import type { Rule } from "@/lib/router/policy/policy";
import { withConsequence } from "@/lib/router/policy/with-consequence";
import type { DraftProblem } from "./draft-problem";

/** A rule as it is typed; what is empty says nothing. */
export interface RuleDraft {
  id: string;
  name: string;
  enabled: boolean;
  images: boolean;
  attachments: boolean;
  longerThan: string;
  matches: string;
  groupId: string | null;
  mode: Mode | "";
  model: string;
  effort: Effort | "";
}

const MOST_TOKENS = 10_000_000;

export const newRule = (id: string): RuleDraft => ({
  ...{ id, name: "", enabled: true, images: false, attachments: false, longerThan: "", matches: "" },
  ...{ groupId: null, mode: "", model: "", effort: "" },
});

export function toRuleDraft(rule: Rule): RuleDraft {
  const { id, name, enabled, when, then: consequence } = rule;
  return {
    ...{ id, name, enabled },
    images: when.images ?? false,
    attachments: when.attachments ?? false,
    longerThan: when.longerThan === undefined ? "" : String(when.longerThan),
    matches: when.matches ?? "",
    groupId: when.groupId ?? null,
    mode: consequence.mode ?? "",
    model: consequence.model ?? "",
    effort: consequence.effort ?? "",
  };
}

/** Tokens, as people write them: with or without separators. Null: it is no such number. */
function tokensOf(typed: string): number | null {
  const digits = typed.trim().replace(/(?<=\d)[,_\s](?=\d{3}\b)/g, "");
  const count = /^\d{1,8}$/.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= MOST_TOKENS ? count : null;
}

export function fromRuleDraft(
  draft: RuleDraft,
): { rule: Rule } | { problems: ReadonlyMap<string, DraftProblem> } {
  const problems = new Map<string, DraftProblem>();
  const longerThan = draft.longerThan.trim() === "" ? undefined : tokensOf(draft.longerThan);
  if (longerThan === null) problems.set("longerThan", "tokens");
  const when: Rule["when"] = {
    ...(draft.images && { images: true }),
    ...(draft.attachments && { attachments: true }),
    ...(longerThan && { longerThan }),
    ...(draft.matches !== "" && { matches: draft.matches }),
    ...(draft.groupId !== null && { groupId: draft.groupId }),
  };
  const consequence: Rule["then"] = {
    ...(draft.mode !== "" && { mode: draft.mode }),
    ...(draft.model !== "" && { model: draft.model }),
    ...(draft.effort !== "" && { effort: draft.effort }),
  };
  if (Object.keys(when).length === 0 && problems.size === 0) problems.set("when", "no-condition");
  if (Object.keys(consequence).length === 0) problems.set("then", "no-consequence");
  if (problems.size > 0) return { problems };
  const { id, enabled } = draft;
  // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
  const rule = withConsequence({ id, name: draft.name.trim(), enabled, when, then: {} }, consequence);
  return { rule };
}

export const toEffort = (text: string): Effort | "" => EFFORTS.find((effort) => effort === text) ?? "";
