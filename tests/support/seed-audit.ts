import { sql } from "drizzle-orm";
import type { Context } from "@/lib/context";

/** Puts many entries of the context's team into the audit at once, a second apart, the n-th of them by one of ten people
 *  on one of a thousand targets. Their hashes are none: for tests of how much there is, and not of the chain. */
export async function seedAudit({ db, actor }: Context, count: number, from: Date): Promise<void> {
  await db.execute(sql`
    insert into audit (team_id, id, actor_id, action, target, after, request_id, created_at, seq, via, prev_hash, hash,
        hash_version)
      select ${actor.teamId}, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n % 10)::text, 12, '0'))::uuid,
        case when n % 1000 = 0 then 'member.add' else 'member.change' end, 't' || (n % 1000), '{"role": "member"}', 'r',
        ${from.toISOString()}::timestamptz + make_interval(secs => n), n, 'web', '\\x00', '\\x00', 1
      from generate_series(1, ${count}::int) as n`);
  await db.execute(sql`insert into audit_head (team_id, seq, hash, at)
    values (${actor.teamId}, ${count}, '\\x00', ${from.toISOString()}::timestamptz + make_interval(secs => ${count}))`);
  await db.execute(sql`analyze audit`);
}
