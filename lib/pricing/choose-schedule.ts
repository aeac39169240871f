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

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function isWithin({ zone, windows, days }: Hours, at: Date): boolean {
  if (days && !days.includes(WEEKDAYS.indexOf(weekday(zone).format(at)) + 1)) return false;
  const time = clock(zone).format(at);
  return windows.some(([from, to]) => (from <= to ? from <= time && time < to : time >= from || time < to));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

const weekdays = new Map<string, Intl.DateTimeFormat>();

function weekday(zone: string): Intl.DateTimeFormat {
  const made = weekdays.get(zone) ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short" });
  weekdays.set(zone, made);
  return made;
}

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
