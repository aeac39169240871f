import { MODELS, makeAnswer, type SoakModel } from "./make-answer";
import { Random } from "./random";
import {
  BROWSERS,
  type Browser,
  type Lane,
  type Scenario,
  THEMES,
  type Theme,
  type Trouble,
  type Turn,
} from "./scenario";

/** Run `number` of a seed. Each is made from the seed and its number alone, so that one can be repeated without those
 *  before it; the themes take turns, so that any `THEMES.length` in a row have each of them. */
export function makeScenario(seed: number, number: number): Scenario {
  const random = new Random(`${seed} ${number}`);
  const theme = THEMES[(number - 1) % THEMES.length] ?? THEMES[0];
  const lanes = theme === "several chats" ? random.between(2, 3) : 1;
  return {
    seed,
    number,
    theme,
    lanes: Array.from({ length: lanes }, (_, lane) =>
      makeLane(random, theme, `soak-${seed}-${number}-${lane}`),
    ),
    latencyMs: random.chance(0.25) ? random.between(5, 80) : 0,
  };
}

function makeLane(random: Random, theme: Theme, name: string): Lane {
  const home = random.pick(BROWSERS);
  // A chat goes on with the model that it began with.
  const model = random.pick<SoakModel>(MODELS);
  const make = (of: Theme | "plain", marker: string): Turn => makeTurn(random, of, { marker, home, model });
  const first = random.chance(0.25) ? [make("plain", `${name}-a`)] : [];
  return { home, turns: [...first, make(theme, `${name}-z`)] };
}

interface Place {
  marker: string;
  home: Browser;
  model: SoakModel;
}

function makeTurn(random: Random, theme: Theme | "plain", { marker, home, model }: Place): Turn {
  const held = HOLDING.has(theme) && random.chance(0.6);
  const answer = makeAnswer(random, marker, { model, fails: theme === "failure", held });
  const moment = () => answer.holdAt ?? random.between(0, 40);
  const own = ownTroubles(random, theme, home, moment);
  const extra = theme === "plain" ? [] : extraTroubles(random, theme, moment);
  return {
    answer,
    troubles: [...own, ...extra].toSorted(inOrder),
    loseResponse: theme === "repeated request" && random.chance(0.5),
  };
}

/** Before the browser, or even the server, can know what becomes of the question. */
const EARLY = -1;

/** Where it has to be certain that the answer was not over before. */
const HOLDING = new Set<Theme | "plain">([
  "kill the writer",
  "stop on the other replica",
  "terminate",
  "stop",
  "second browser",
]);

function ownTroubles(random: Random, theme: Theme | "plain", home: Browser, moment: () => number): Trouble[] {
  const at = moment();
  const away: Browser = home === "a" ? "b" : "a";
  switch (theme) {
    case "plain":
    case "failure":
      return [];
    case "kill the writer":
      return [{ kind: "kill", at: random.chance(0.15) ? EARLY : at, replica: "writer" }];
    case "kill the other":
      return [
        { kind: "follow", at: 0 },
        { kind: "kill", at, replica: "other" },
      ];
    case "terminate":
      return [{ kind: "terminate", at, replica: random.pick(["writer", "writer", "other"]) }];
    case "second browser":
      return [{ kind: "follow", at }];
    case "stop":
      return random.chance(0.5)
        ? [{ kind: "stop", at, browser: home, through: "any" }]
        : [
            { kind: "follow", at },
            { kind: "stop", at, browser: away, through: "any" },
          ];
    case "stop on the other replica":
      return [{ kind: "stop", at, browser: home, through: "other" }];
    case "repeated request":
      return [{ kind: "repeat", at, through: random.pick(["writer", "other"]) }];
    case "cut":
      return [{ kind: "cut", at, forMs: random.between(100, 4_000), offline: random.chance(0.4) }];
    case "freeze":
      return [{ kind: "freeze", at, forMs: random.between(200, 3_000) }];
    case "silence":
      return [{ kind: "silence", at }];
    case "reload":
      return Array.from({ length: random.between(1, 3) }, () => ({ kind: "reload", at: moment() }));
    case "reopen":
      return [{ kind: "reopen", at }];
    case "switch chats":
      return [{ kind: "switch", at }];
    case "several chats":
      return [lightTrouble(random, at)];
  }
}

/** Now and then something more happens, which the theme's own trouble has to bear. */
function extraTroubles(random: Random, theme: Theme, moment: () => number): Trouble[] {
  // A Stop is given through the page as it is then.
  const count = theme.startsWith("stop") ? random.between(0, 1) : random.between(0, 2);
  return Array.from({ length: count }, () => lightTrouble(random, moment()));
}

const LIGHT = ["reload", "switch", "reopen", "follow", "cut", "freeze", "repeat"] as const;

function lightTrouble(random: Random, at: number): Trouble {
  const kind = random.pick(LIGHT);
  switch (kind) {
    case "cut":
      return { kind, at, forMs: random.between(100, 1_500), offline: random.chance(0.3) };
    case "freeze":
      return { kind, at, forMs: random.between(100, 1_000) };
    case "repeat":
      return { kind, at, through: random.pick(["writer", "other"]) };
    default:
      return { kind, at };
  }
}

/** A Stop, or the end of a process, comes last of those of one moment: what is to happen during the answer must. */
function inOrder(a: Trouble, b: Trouble): number {
  return a.at - b.at || Number(ENDING.has(a.kind)) - Number(ENDING.has(b.kind));
}
const ENDING = new Set<Trouble["kind"]>(["stop", "kill", "terminate"]);
