import { sql } from "drizzle-orm";
import type { Context } from "@/lib/context";

export interface SeededCalls {
  vendor?: string;
  model: string;
  count: number;
  /** The calls are spread over this time, evenly. */
  from: Date;
  to: Date;
  /** Null: unpriced. */
  currency?: string | null;
  demo?: boolean;
}

/** Puts many calls of the context's person into the ledger at once, the n-th of them with n modulo 1,000 tokens of
 *  input at one unit of the currency per million. Their hashes are none: for tests of how much there is, and not of
 *  the chain. */
export async function seedLedger(
  { db, actor }: Context,
  { vendor = "openai", model, count, from, to, currency = "USD", demo = false }: SeededCalls,
): Promise<void> {
  await db.execute(sql`
    with head as (
      insert into ledger_head (team_id, seq, hash) values (${actor.teamId}, ${count}, '\\x00')
        on conflict (team_id) do update set seq = ledger_head.seq + excluded.seq
        returning seq - ${count}::bigint as before
    )
    insert into ledger (team_id, id, seq, prev_hash, hash, hash_version, at, person_id, provider_id, vendor, model,
        purpose, outcome, status, input_tokens, requests, cost_pico, currency, demo, duration_ms)
      select ${actor.teamId},
        (lpad(to_hex(ms), 12, '0') || '7' || left(digest, 3) || '8' || right(digest, 15))::uuid,
        before + n, '\\x00', '\\x00', 2, to_timestamp(ms / 1000.0), ${actor.personId}, ${actor.teamId}, ${vendor},
        ${model}, 'chat', 'complete', ${currency === null ? "unpriced" : "exact"}, n % 1000, 1,
        ${currency === null ? sql`null` : sql`(n % 1000) * 1000000`}, ${currency}, ${demo}, 10
      from head, generate_series(1, ${count}::bigint) as n,
        lateral (select md5(n::text || ${model}) as digest,
          ${from.getTime()}::bigint + (${to.getTime() - from.getTime()}::bigint * n / ${count}::bigint) as ms) as made`);
}
