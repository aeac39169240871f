import type { Role } from "./roles";

/** Who acts: a person in one team, or the instance itself (start-up, command line). */
export type Actor =
  | {
      kind: "person";
      personId: string;
      teamId: string;
      role: Role;
      /** The groups they are in, and those of them that they manage. */
      groupIds: readonly string[];
      managedGroupIds: readonly string[];
      instanceAdmin: boolean;
      /** The team is being deleted: it can be read and exported, and nothing else. */
      teamEnding?: boolean;
    }
  | { kind: "instance"; personId: string; teamId: string; teamEnding?: boolean };
