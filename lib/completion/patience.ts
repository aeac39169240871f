import { env } from "@/lib/env";
import { settingsTaken, thinks } from "@/lib/router/settings-taken";
import type { Way } from "./list-ways";
import type { Target } from "./target";
import type { CompletionRequest } from "./types";
import type { NextWay } from "./way-search";

/** How long the first word of a call may take. */
export interface Patience {
  /** Whatever else comes. */
  firstTokenMs: number;
  /** Where nothing comes. */
  silentMs: number;
}

/** A vendor reads some thousands of tokens a second. */
const MS_PER_PROMPT_TOKEN = 0.5;
/** As slow as it is at its worst. */
const TIMES_ITS_USUAL = 10;

interface Waiting {
  next: Pick<NextWay, "last"> & { way: Pick<Way, "local"> };
  target: Pick<Target, "abilities" | "thinking" | "effort">;
  request: Pick<CompletionRequest, "effort" | "program">;
  promptTokens: number;
  /** Milliseconds to the first token, as they were lately; null where nothing is known. */
  usualMs: number | null;
  /** By `performance.now()`: when no further way is tried. */
  untilMs: number;
}

/** A model that thinks in secret, and one on the instance's own machines, take their time; who else says nothing at all
 *  makes way for another, if there is one. */
export function patienceFor({ next, target, request, promptTokens, usualMs, untilMs }: Waiting): Patience {
  const firstTokenMs = firstTokenLimitMs(untilMs);
  const { abilities, thinking } = target;
  const { effort } = settingsTaken(abilities, thinking, { effort: target.effort ?? request.effort });
  // Whoever is asked for a whole reply is silent until it is written.
  const isWhole = request.program?.own?.stream === false;
  if (isWhole || next.last || next.way.local || thinks(abilities, thinking, effort))
    return { firstTokenMs, silentMs: firstTokenMs };
  const quickMs = Math.max(env().WYE_SILENCE_TIMEOUT_SECONDS * 1000, (usualMs ?? 0) * TIMES_ITS_USUAL);
  return { firstTokenMs, silentMs: Math.min(firstTokenMs, quickMs + promptTokens * MS_PER_PROMPT_TOKEN) };
}

function firstTokenLimitMs(untilMs: number): number {
  const { WYE_FIRST_TOKEN_TIMEOUT_SECONDS: own, WYE_FAILOVER_LIMIT_SECONDS: all } = env();
  return all === 0 ? own * 1000 : Math.min(own * 1000, Math.max(0, untilMs - performance.now()));
}
