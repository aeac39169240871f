import type { Db } from "@/db/client";
import { type ModelFigures, measureModels } from "@/db/queries/model-figures";
import { inBackground } from "@/lib/background";
import { log } from "@/lib/log";
import { standing } from "@/lib/providers/circuit";
import type { CandidateHealth, Health } from "@/lib/router/candidate";
import { nameOf } from "@/lib/router/model-name";
import { keysOf } from "./keys-of";
import type { Offers } from "./offers";

const MINUTE_MS = 60_000;
/** Of this long ago a call still says how quick a model is. */
const MEASURED_MS = 24 * 60 * MINUTE_MS;
const MOST_CALLS = 2_000;
const MOST_TEAMS = 1_000;

/** By `vendor/model`. */
type Figures = ReadonlyMap<string, ModelFigures>;

interface Kept {
  readAt: number;
  figures: Figures;
}

const NOTHING: Figures = new Map();
const kept = new WeakMap<Db, Map<string, Kept>>();

interface Made {
  figures: Figures;
  /** Of the providers, in their order. */
  states: string;
  health: Health;
}

/** By the list of models. */
const made = new WeakMap<Offers["models"], Made>();

/** What is known of a team's models at the moment: of their circuits as they stand, of their speed what was measured a
 *  minute ago or so. Never waits: what is not known yet is read behind it. The same object until it says something
 *  else. */
export function routerHealth(db: Db, teamId: string, offers: Offers, now: Date): Health {
  const { providers, models, credentials } = offers;
  const figures = figuresOf(db, teamId, now);
  const stateOfRow = new Map(providers.map((row) => [row, stateOf(keysOf(row, credentials), now)]));
  const states = [...stateOfRow.values()].join(" ");
  const known = made.get(models);
  if (known?.figures === figures && known.states === states) return known.health;
  const health = new Map<string, CandidateHealth>();
  for (const model of models) {
    const state = stateOfRow.get(model.row) ?? "works";
    const measured = figures.get(`${model.row.vendor}/${model.model}`);
    if (state === "works" && !measured) continue;
    const { ttftMs = null, tokensPerSecond = null } = measured ?? {};
    health.set(nameOf(model), { state, ttftMs, tokensPerSecond });
  }
  made.set(models, { figures, states, health });
  return health;
}

function stateOf(keys: ReturnType<typeof keysOf>, now: Date): CandidateHealth["state"] {
  const circuits = keys.map(({ circuit }) => circuit);
  const isOpen = (one: (typeof circuits)[number]) => one !== null && standing(one, now) === "open";
  if (circuits.length > 0 && circuits.every(isOpen)) return "open";
  return circuits.some((one) => one !== null && one.failures > 0) ? "failing" : "works";
}

function figuresOf(db: Db, teamId: string, now: Date): Figures {
  const teams = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, teams);
  const known = teams.get(teamId);
  if (known && now.getTime() - known.readAt < MINUTE_MS) return known.figures;
  if (teams.size >= MOST_TEAMS) teams.clear();
  const figures = known?.figures ?? NOTHING;
  // Marked before it is read, so that of many calls at once one reads.
  teams.set(teamId, { readAt: now.getTime(), figures });
  inBackground(async () => {
    try {
      const read = await measureModels(db, teamId, new Date(now.getTime() - MEASURED_MS), MOST_CALLS);
      teams.set(teamId, {
        readAt: now.getTime(),
        figures: new Map(read.map((one) => [`${one.vendor}/${one.model}`, one])),
      });
    } catch (error) {
      log().warn({ teamId, err: error }, "how quick the models were cannot be read");
    }
  });
  return figures;
}
