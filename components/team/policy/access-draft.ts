import { ROLES } from "@/lib/permissions/roles";
import { CHOSEN_MODES, type ChosenMode } from "@/lib/router/choice";
import type { AccessRule } from "@/lib/router/policy/access";
import { linesOf } from "../router/routing-draft";

export type ModeWish = "unsaid" | "allow" | "deny";

/** A rule as it is typed. */
export interface AccessDraft {
  id: string;
  /** `everyone`, `role:member` or `group:ID`. */
  who: string;
  onlyAllowed: boolean;
  /** A pattern a line. */
  allow: string;
  deny: string;
  modes: Record<ChosenMode, ModeWish>;
}

export function toAccessDraft({ id, who, allow, deny, modes }: AccessRule): AccessDraft {
  return {
    id,
    who:
      who.kind === "everyone"
        ? "everyone"
        : who.kind === "role"
          ? `role:${who.role}`
          : `group:${who.groupId}`,
    onlyAllowed: allow !== null,
    allow: (allow ?? []).join("\n"),
    deny: deny.join("\n"),
    modes: {
      auto: modes.auto ?? "unsaid",
      knowledge: modes.knowledge ?? "unsaid",
      reasoning: modes.reasoning ?? "unsaid",
    },
  };
}

export function fromAccessDraft(draft: AccessDraft): AccessRule {
  const modes: AccessRule["modes"] = {};
  for (const mode of CHOSEN_MODES) {
    const wish = draft.modes[mode];
    if (wish !== "unsaid") modes[mode] = wish;
  }
  return {
    id: draft.id,
    who: toWho(draft.who),
    allow: draft.onlyAllowed ? linesOf(draft.allow) : null,
    deny: linesOf(draft.deny),
    modes,
  };
}

function toWho(text: string): AccessRule["who"] {
  const [kind, value = ""] = text.split(":");
  if (kind === "group") return { kind, groupId: value };
  const role = ROLES.find((one) => one === value);
  return role === undefined ? { kind: "everyone" } : { kind: "role", role };
}
