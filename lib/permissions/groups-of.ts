import type { Actor } from "./actor";

/** The groups of whoever acts; the instance is in none. */
export const groupsOf = (actor: Actor): readonly string[] => (actor.kind === "person" ? actor.groupIds : []);
