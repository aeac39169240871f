import { z } from "zod";
import { replaceCatalogueModels } from "@/db/queries/catalogue";
import {
  endPrice,
  insertPrices,
  listPrices,
  moveBookVersion,
  type PriceRow,
  withdrawPrice,
} from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requirePriceWrite } from "@/lib/prices/require-price-write";
import { makeRate } from "@/lib/pricing/make-rate";
import { type RateSnapshot, toRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { isVendor } from "@/lib/providers/is-vendor";
import { transact } from "@/lib/transact";
import { IMPORT_FORMATS, type ImportedModel, type ParsedFile, type Refusal } from "./import/imported";
import { parseCatalogueFile } from "./import/parse-catalogue-file";
import { requireCatalogueWrite } from "./require-catalogue-write";

const ImportInput = z
  .object({
    scope: z.enum(["team", "instance"]),
    format: z.enum(IMPORT_FORMATS),
    text: z.string(),
    /** Whose models they are, where the file does not say: Portkey's, and only its. */
    vendor: z.string().max(64).default(""),
  })
  .refine(({ format, vendor }) => (format === "portkey") === (vendor !== ""), {
    path: ["vendor"],
    message: "a file of Portkey's needs a vendor, the others name the vendor of each model",
  });
type ImportInput = z.input<typeof ImportInput>;

export interface ImportReport {
  models: number;
  /** Prices that are new or another than before; those of the file that stand as they were. */
  changed: number;
  unchanged: number;
  /** Prices of the last import that the file does not have any more: those that held end now, ... */
  ended: number;
  /** ... those that were announced never hold. */
  withdrawn: number;
  refused: readonly Refusal[];
  passedOver: number;
}

/** Takes a file of the community for a team or for all, in the place of what was taken from that format before. A
 *  price that changed holds from now on (or from the day that the file states); one that did not keeps its day, and
 *  one that is gone ends now: what was called before keeps the price it had. One that was only announced is withdrawn.
 *  @throws AppError `forbidden`; `invalid_input` where the file is not of the format */
export async function importCatalogue(context: Context, input: ImportInput): Promise<ImportReport> {
  requireCatalogueWrite(context.actor, input.scope);
  requirePriceWrite(context.actor, input.scope);
  const { scope, format, text, vendor } = parse(ImportInput, input);
  if (vendor !== "" && !isVendor(vendor)) {
    throw new AppError("invalid_input", { field: "vendor", problem: "no vendor has this id" });
  }
  const file = readFile(format, text, vendor);
  const teamId = scope === "instance" ? INSTANCE_TEAM_ID : context.actor.teamId;
  const setBy = context.actor.kind === "person" ? context.actor.personId : null;
  const now = new Date();
  const origin = vendor === "" ? format : `${format}/${vendor}`;
  return transact(context, async (inner) => {
    // First, because its row's lock makes a second import wait before it reads what this one replaces.
    await moveBookVersion(inner.db, teamId);
    const listed = await listPrices(inner.db, teamId);
    const before = listed.filter((row) => isOf(row, origin) && (row.validTo === null || row.validTo > now));
    const models = file.models.map(({ vendor: of, model, entry }) => {
      return { teamId, vendor: of, model, origin, entry, setBy };
    });
    await replaceCatalogueModels(inner.db, teamId, origin, models);
    const stated = file.models.flatMap((model) => ratesOf(model, origin, now));
    // The last one set comes first, and is the one that holds.
    const inForce = new Map(before.toReversed().map(({ rate }) => [placeOf(rate), identityOf(rate)]));
    const fresh = stated.filter((rate) => inForce.get(placeOf(rate)) !== identityOf(rate));
    await insertPrices(
      inner.db,
      fresh.map((rate) => toRow(rate, teamId, origin, setBy, now)),
    );
    const places = new Set(stated.map(placeOf));
    const gone = before.filter(({ rate }) => !places.has(placeOf(rate)));
    const held = gone.filter(({ validFrom }) => validFrom <= now);
    const announced = gone.filter(({ validFrom }) => validFrom > now);
    for (const { id } of held) await endPrice(inner.db, teamId, id, now);
    for (const { id } of announced) await withdrawPrice(inner.db, teamId, id, now);
    const report = {
      models: models.length,
      changed: fresh.length,
      unchanged: stated.length - fresh.length,
      ended: held.length,
      withdrawn: announced.length,
    };
    await recordAudit(inner, {
      teamId,
      action: "catalogue.import",
      target: origin,
      after: { ...report, refused: file.refused.length },
    });
    return { ...report, refused: file.refused, passedOver: file.passedOver };
  });
}

function readFile(format: (typeof IMPORT_FORMATS)[number], text: string, vendor: string): ParsedFile {
  try {
    return parseCatalogueFile(format, text, vendor);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError("invalid_input", { field: "file", problem: error.message });
  }
}

function ratesOf({ vendor, model, prices }: ImportedModel, origin: string, now: Date): RateSnapshot[] {
  // Beside a dated version that has begun, one without a day is what was charged before any was dated.
  const hasBegun = prices.some(({ from }) => from !== null && Date.parse(from) <= now.getTime());
  return prices
    .filter(({ from }) => from !== null || !hasBegun)
    .map(({ from, ...stated }) =>
      toRateSnapshot(
        makeRate({
          ...stated,
          vendor,
          model,
          currency: "USD",
          validFrom: from ?? now.toISOString(),
          version: `${origin}, ${now.toISOString().slice(0, 10)}`,
        }),
      ),
    );
}

function toRow(rate: RateSnapshot, teamId: string, origin: string, setBy: string | null, now: Date) {
  return {
    teamId,
    id: newId(),
    vendor: rate.vendor,
    model: rate.model,
    rate,
    validFrom: new Date(rate.validFrom),
    origin: "import" as const,
    note: origin,
    setBy,
    createdAt: now,
  };
}

const isOf = (row: PriceRow, origin: string) => row.origin === "import" && row.note === origin;
const nameOf = ({ vendor, model }: RateSnapshot) => `${vendor}/${model}`;

/** The day that a file itself states; null: from when it was imported. */
const dayOf = ({ validFrom }: RateSnapshot) => (/^\d{4}-\d{2}-\d{2}$/.test(validFrom) ? validFrom : null);

/** Of the versions in one place, the last one holds. */
const placeOf = (rate: RateSnapshot) => JSON.stringify([nameOf(rate), dayOf(rate)]);

/** What makes two prices the same: not when they were imported, but the day that the file itself states. */
function identityOf(rate: RateSnapshot): string {
  const { validFrom: _validFrom, version: _version, ...charged } = rate;
  return JSON.stringify(sorted({ ...charged, day: dayOf(rate) }));
}

/** JSON of the database comes back with its keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  );
}
