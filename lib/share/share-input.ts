import { z } from "zod";

/** Who may read under a link: members and guests of the team who are signed in, or whoever has it. */
const AUDIENCES = ["team", "anyone"] as const;
export type Audience = (typeof AUDIENCES)[number];

const MOST_DAYS = 365;

export const ShareInput = z.strictObject({
  chatId: z.uuid(),
  audience: z.enum(AUDIENCES),
  /** Whether readers are told whose it is. */
  named: z.boolean(),
  /** Null: until it is revoked. */
  days: z.int().min(1).max(MOST_DAYS).nullable(),
});
export type ShareInput = z.infer<typeof ShareInput>;
