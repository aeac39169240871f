import type { Scenario } from "../plan/scenario";
import type { World } from "../world/open-world";
import type { PersonsBrowsers } from "./browsers";
import type { EndedProcess } from "./process-troubles";
import type { TroubleLog } from "./trouble-log";

/** What the lanes of one scenario share. */
export interface ScenarioRun {
  world: World;
  scenario: Scenario;
  browsers: PersonsBrowsers;
  log: TroubleLog;
  /** Processes that were ended in it, so far. */
  ended: EndedProcess[];
}
