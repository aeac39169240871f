import { sql } from "drizzle-orm";

/** No hold covers the chat `c`. */
export const NOT_HELD = sql`not exists (
  select from legal_hold h where h.team_id = c.team_id and h.lifted_at is null and (
    h.scope = 'team' or h.scope = 'person' and h.subject_id = c.person_id or h.scope = 'chat' and h.subject_id = c.id))`;
