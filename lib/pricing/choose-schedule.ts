import type { Hours, Rate, Schedule } from "./rate";

/** What decides, beside what was used, which of a rate's prices a call has. */
export interface CallTerms {
  startedAt: Date;
  endedAt: Date;
  /** As the vendor reports it; null where it does not. */
  serviceTier: string | null;
}

/** Names that vendors give to their standard service. */
const STANDARD = new Set(["default", "standard", "auto", "on_demand", ""]);

/** The prices that hold for a call, or null: the rate has none for its service tier. */
export function chooseSchedule(rate: Rate, { startedAt, endedAt, serviceTier }: CallTerms): Schedule | null {
  const named = serviceTier?.toLowerCase() ?? "";
  const tier = STANDARD.has(named) ? null : named;
  const tariff = rate.tariffs.find(
    ({ serviceTier: wanted, hours }) =>
      wanted === tier && (hours === null || isWithin(hours, hours.by === "start" ? startedAt : endedAt)),
  );
  return tariff ?? (tier === null ? rate : null);
}

function isWithin({ zone, windows }: Hours, at: Date): boolean {
  const time = clock(zone).format(at);
  return windows.some(([from, to]) => (from <= to ? from <= time && time < to : time >= from || time < to));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Writes `HH:MM` in the zone. @throws RangeError for a zone that does not exist. */
export function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(zone, made);
  return made;
}
