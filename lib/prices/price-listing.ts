import type { PriceRow } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Rate } from "@/lib/pricing/rate";
import { readKeptRate } from "./read-kept-rate";

/** One version of a price, wherever it is from. */
export interface PriceListing {
  /** Of the row; of what ships, made of its names and day. */
  id: string;
  scope: "team" | "instance" | "product";
  origin: "person" | "import" | "shipped";
  rate: Rate;
  credentialId: string | null;
  note: string | null;
  setBy: string | null;
  createdAt: Date | null;
}

/** @returns one, or none where the row cannot be read */
export function fromRow(row: PriceRow): PriceListing[] {
  const { id, teamId, origin, credentialId, note, setBy, createdAt } = row;
  const rate = readKeptRate(row);
  if (!rate) return [];
  const scope = teamId === INSTANCE_TEAM_ID ? "instance" : "team";
  return [{ id, scope, origin, rate, credentialId, note, setBy, createdAt }];
}

export function fromShipped(rate: Rate): PriceListing {
  return {
    id: `shipped ${rate.vendor}/${rate.model} ${rate.validFrom}`,
    ...{ scope: "product", origin: "shipped", rate },
    ...{ credentialId: null, note: null, setBy: null, createdAt: null },
  };
}

/** The order in which the book looks: the first that has a version for the moment wins. */
export function layerOf({ scope, origin, credentialId }: PriceListing): number {
  if (credentialId !== null) return scope === "team" ? 0 : 1;
  if (scope === "product") return 6;
  return (scope === "team" ? 2 : 4) + (origin === "person" ? 0 : 1);
}

/** One for all names of a model. */
export const keyOf = ({ rate: { vendor, model } }: PriceListing): string =>
  `${vendor}/${model}`.toLowerCase();
