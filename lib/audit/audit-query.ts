import { z } from "zod";
import { ANY_ACTION } from "./any-action";

const LONGEST = 200;
const text = z.string().trim().min(1).max(LONGEST).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What one looks for, as an address says it; what it gets wrong asks for nothing. */
export const AuditQuery = z.object({
  action: text.transform((action) => (action === ANY_ACTION ? undefined : action)),
  /** Who acted: a name, an e-mail or an id. */
  person: text,
  /** What was acted on: an id, or a person's name or e-mail. */
  target: text,
  /** The first day, and the last; UTC. */
  from: day,
  to: day,
});
export type AuditQuery = z.output<typeof AuditQuery>;
