import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Puts so many members into a team at once, spread evenly over so many groups: `Person 00001` and on, `Group 001`. */
export async function seedMembers(
  db: Db,
  teamId: string,
  { members, groups }: { members: number; groups: number },
): Promise<void> {
  await db.execute(sql`
    with people as (
      insert into person (id, email, name)
      select gen_random_uuid(), 'p' || nth || '@' || ${teamId}::uuid || '.example', 'Person ' || lpad(nth::text, 5, '0')
      from generate_series(1, ${members}::integer) nth returning id, name
    ), members as (
      insert into membership (team_id, person_id, role) select ${teamId}::uuid, id, 'member' from people returning person_id
    ), groups as (
      insert into team_group (team_id, id, name)
      select ${teamId}::uuid, gen_random_uuid(), 'Group ' || lpad(nth::text, 3, '0')
      from generate_series(1, ${groups}::integer) nth returning id, name
    )
    select count(*) from members, groups`);
  await db.execute(sql`
    insert into group_member (team_id, group_id, person_id)
    select m.team_id, g.id, p.id from membership m join person p on p.id = m.person_id
      join team_group g on g.team_id = m.team_id and g.name =
        'Group ' || lpad(((substring(p.name from '^Person ([0-9]+)$')::integer % ${groups}::integer) + 1)::text, 3, '0')
    where m.team_id = ${teamId}::uuid`);
  await db.execute(sql`analyze`);
}
