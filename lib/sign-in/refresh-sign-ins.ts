import type { Db } from "@/db/client";
import { listOpenSignInMethods, type SignInMethodRow } from "@/db/queries/sign-in-methods";
import {
  type DueRefresh,
  type LapsedSignIn,
  listLapsedSignIns,
  replaceRefreshToken,
  takeDueRefreshes,
} from "@/db/queries/sign-in-refreshes";
import { hashToken } from "@/lib/auth/hash-token";
import { inParallel } from "@/lib/in-parallel";
import { log } from "@/lib/log";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";
import { type Asked, askAgain, findTokenEndpoint } from "./ask-again";
import { readClaims } from "./claims";
import { endAccess, endLapsed, endSessions } from "./end-access";
import { rolesGranted } from "./roles-granted";
import { syncMemberships } from "./sync-memberships";

/** Each person is asked about so often. */
const EVERY_SECONDS = 10 * 60;
const MOST_A_TURN = 50;
/** More than this wait for the next time. */
const MOST_TURNS = 400;
const AT_ONCE = 8;
/** After so many questions that nothing answers, a provider is asked no more in a run: others wait behind it. */
const MOST_UNANSWERED = 3;
/** Who has not signed in again for so long since the provider took its token back counts as gone. */
const LAPSES_AFTER_DAYS = 30;

/** Bound to whose it is. */
const placeOf = ({ methodId, subjectHash }: Pick<DueRefresh, "methodId" | "subjectHash">) =>
  `sign-in-refresh:${methodId}:${subjectHash}`;

export const sealRefreshToken = (
  token: string,
  identity: Pick<DueRefresh, "methodId" | "subjectHash">,
): string => seal(token, encryptionKey(), placeOf(identity));

/** Found once a run. */
interface Provider {
  tokenEndpoint: Promise<string | null>;
  unanswered: number;
}

/** Asks the providers about who signed in there: who left loses what came from there at once, and whose groups changed
 *  has the roles of the new ones. All who are due are asked, up to a bound; what goes wrong with one stops no other. */
export async function refreshSignIns(db: Db, everySeconds = EVERY_SECONDS): Promise<void> {
  const methods = new Map((await listOpenSignInMethods(db)).map((method) => [method.id, method]));
  const providers = new Map<string, Provider>();
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const due = await takeDueRefreshes(db, everySeconds, MOST_A_TURN);
    await inParallel(due, AT_ONCE, (identity) =>
      alone(identity, async () => {
        const method = methods.get(identity.methodId);
        if (!method) return;
        const provider = providers.get(method.id) ?? {
          tokenEndpoint: findTokenEndpoint(method),
          unanswered: 0,
        };
        providers.set(method.id, provider);
        const tokenEndpoint = await provider.tokenEndpoint;
        if (tokenEndpoint === null || provider.unanswered >= MOST_UNANSWERED) return;
        const kind = await refreshOne(db, method, { identity, tokenEndpoint });
        if (kind === "away") provider.unanswered++;
      }),
    );
    if (due.length < MOST_A_TURN) break;
  }
  const lapsed = await listLapsedSignIns(db, LAPSES_AFTER_DAYS, MOST_A_TURN);
  await inParallel(lapsed, AT_ONCE, (identity) =>
    alone(identity, async () => {
      const method = methods.get(identity.methodId);
      if (method) await endLapsed(db, method, identity, LAPSES_AFTER_DAYS);
    }),
  );
}

/** They are due again after a while, as after a provider that was away. */
async function alone({ methodId, personId }: LapsedSignIn, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log().error({ err: error, method: methodId, person: personId }, "a sign-in was not asked about again");
  }
}

async function refreshOne(
  db: Db,
  method: SignInMethodRow,
  { identity, tokenEndpoint }: { identity: DueRefresh; tokenEndpoint: string },
): Promise<Asked["kind"]> {
  const clientSecret = unseal(method.clientSecretSealed, encryptionKey(), `sign-in-method:${method.id}`);
  const refreshToken = unseal(identity.refreshTokenSealed, encryptionKey(), placeOf(identity));
  const asked = await askAgain(method, { tokenEndpoint, clientSecret, refreshToken });
  if (asked.kind === "ended") await endSessions(db, method, identity);
  if (asked.kind === "gone") await endAccess(db, method, identity);
  if (asked.kind === "still") await keepOn(db, method, identity, asked);
  return asked.kind;
}

async function keepOn(
  db: Db,
  method: SignInMethodRow,
  identity: DueRefresh,
  { refreshToken, profile }: Extract<Asked, { kind: "still" }>,
): Promise<void> {
  const next = sealRefreshToken(refreshToken, identity);
  await transact(instanceContext(db), async (inner) => {
    // Who has signed in meanwhile is what the provider said of them then.
    if (!(await replaceRefreshToken(inner.db, identity, next))) return;
    await takeOver(inner.db, method, identity, profile);
  });
}

async function takeOver(
  db: Db,
  method: SignInMethodRow,
  { personId, subjectHash, selfAdded }: DueRefresh,
  profile: Readonly<Record<string, unknown>> | null,
): Promise<void> {
  // Some providers say less the second time: what is left out there is no news.
  const isSilent = profile === null || (method.groupsClaim !== null && !(method.groupsClaim in profile));
  const claims = isSilent ? null : readClaims(profile, method);
  if (!claims || selfAdded || hashToken(claims.subject) !== subjectHash) return;
  await syncMemberships(db, personId, rolesGranted(method.grants, claims.groups));
}
