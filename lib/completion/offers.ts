import type { Db } from "@/db/client";
import { listUsableCredentials, type UsableCredential } from "@/db/queries/credentials";
import { findShownNotice } from "@/db/queries/notices";
import { type OfferMarks, readOfferMarks } from "@/db/queries/offers";
import { listUsableProviders, type ProviderRow } from "@/db/queries/providers";
import { listModeModels } from "@/db/queries/teams";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { type Book, readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import type { Actor } from "@/lib/permissions/actor";
import { allowedHosts } from "@/lib/providers/allowed-hosts";
import { permitted } from "@/lib/router/policy/permitted";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import { readPolicy } from "./read-policy";
import { type UsableModel, usableModels } from "./usable-models";

/** What a team can ask, and through what. */
export interface Offers {
  providers: readonly ProviderRow[];
  /** Of the team's providers and the instance's, each with its circuit. */
  credentials: readonly UsableCredential[];
  book: Book;
  /** What the team wrote down for its modes. */
  stated: Awaited<ReturnType<typeof listModeModels>>;
  policy: RoutingPolicy;
  /** The version of the team's terms that whoever asks must have accepted; null: it has none. */
  termsId: string | null;
  models: readonly UsableModel[];
}

interface Kept {
  marks: OfferMarks;
  offers: Offers;
}

const MOST_TEAMS = 1000;
/** What was read, with the marks it was read at: these are asked for with every use, so it is never out of date. */
const kept = new WeakMap<Db, Map<string, Kept>>();

/** As it stands in the database: one small statement, and more only where something changed. What did not change is
 *  the same object as before. */
export async function readOffers(db: Db, teamId: string): Promise<Offers> {
  const marks = await readOfferMarks(db, teamId);
  const teams = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, teams);
  const known = teams.get(teamId);
  if (known && isSame(known.marks, marks)) return known.offers;
  const offers = await readChanged(db, teamId, marks, known);
  if (teams.size >= MOST_TEAMS) teams.clear();
  teams.set(teamId, { marks, offers });
  return offers;
}

/** As it holds for who acts: the rules of access that speak of them are part of the policy. Whoever asks for a person
 *  asks through this. */
export async function readOffersFor(db: Db, actor: Actor): Promise<Offers> {
  const offers = await readOffers(db, actor.teamId);
  if (actor.kind !== "person") return offers;
  const policy = permitted(offers.policy, actor);
  return policy === offers.policy ? offers : { ...offers, policy };
}

/** Begins to read it, for a request that is not whole yet. A failure waits for `complete`. */
export function prepareOffers({ db, actor }: Pick<Context, "db" | "actor">): Promise<Offers> {
  const offers = readReady({ db, actor });
  offers.catch(() => undefined);
  return offers;
}

/** And under which addresses a team's own providers may be: kept for seconds, and better read here, beside what else has
 *  to be waited for. */
async function readReady(context: Pick<Context, "db" | "actor">): Promise<Offers> {
  const offers = await readOffersFor(context.db, context.actor);
  if (offers.providers.some((provider) => provider.teamId !== INSTANCE_TEAM_ID))
    await allowedHosts(context.db);
  return offers;
}

async function readChanged(
  db: Db,
  teamId: string,
  marks: OfferMarks,
  known: Kept | undefined,
): Promise<Offers> {
  const was = known?.marks;
  // Rows that are newer than their marks are read again the next time.
  const [providers, credentials, stated, policy, terms, book] = await Promise.all([
    known && was?.providers === marks.providers ? known.offers.providers : listUsableProviders(db, teamId),
    known && was?.credentials === marks.credentials
      ? known.offers.credentials
      : listUsableCredentials(db, teamId),
    known && was?.modes === marks.modes ? known.offers.stated : listModeModels(db, teamId),
    known && was?.modes === marks.modes ? known.offers.policy : readPolicy(db, teamId),
    known && was?.modes === marks.modes
      ? known.offers.termsId
      : findShownNotice(db, teamId, "terms").then((shown) => shown?.id ?? null),
    known && was?.book === marks.book ? known.offers.book : readBook(db, teamId),
  ]);
  const hasModels = known?.offers.providers === providers && known.offers.book === book;
  return {
    providers,
    credentials,
    stated,
    policy,
    termsId: terms,
    book,
    models: hasModels ? known.offers.models : usableModels(providers, book),
  };
}

const isSame = (a: OfferMarks, b: OfferMarks): boolean =>
  a.providers === b.providers && a.credentials === b.credentials && a.modes === b.modes && a.book === b.book;
