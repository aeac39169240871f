import type { ChosenMode } from "../choice";
import type { RoutingPolicy } from "./policy";

/** Whether a person may have something answered in a mode, or have the mode decided. */
export const permitsMode = ({ permit }: Pick<RoutingPolicy, "permit">, mode: ChosenMode): boolean =>
  permit === undefined || permit.modes.includes(mode);
