import type { Context } from "@/lib/context";
import type { Attempt } from "@/lib/router/failover/hop";
import { nextHop } from "@/lib/router/failover/next-hop";
import { nameOf } from "@/lib/router/model-name";
import { decide } from "./decide";
import { listWays } from "./list-ways";
import type { Offers } from "./offers";
import type { AskedQuestion, CompletionRequest } from "./types";

/** Who could have answered for a model that was named and failed: `provider/model`, or null. Nobody is asked without
 *  the person's consent. */
export function alternativeTo(
  context: Pick<Context, "db" | "actor">,
  offers: Offers,
  request: CompletionRequest,
  asked: AskedQuestion,
  attempts: readonly Attempt[],
  promptTokens: number,
): string | null {
  const now = new Date();
  const standIn = { ...request, asked: { ...asked, standIn: "if-it-fails" as const } };
  const ways = listWays(offers, decide(context, offers, standIn, { promptTokens, now }), now);
  const tried = new Set(attempts.map(({ hop }) => hop.model));
  const others = ways.filter(({ model }) => !tried.has(model));
  const nowMs = performance.now();
  const found = nextHop(others, attempts, {
    promptTokens,
    nowMs,
    untilMs: Number.POSITIVE_INFINITY,
    random: 0,
  });
  const way = others.find(({ id }) => id === found?.hop.id);
  return way ? nameOf(way.option) : null;
}
