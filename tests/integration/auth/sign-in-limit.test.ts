import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/client";
import { countSignInFailure, deletePastSignInFailures } from "@/db/queries/sign-in-failures";
import { signInFailures } from "@/db/schema";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { createPerson } from "@/lib/auth/create-person";
import { makeDevice } from "@/lib/auth/known-device";
import {
  limitSignIn,
  MAX_FAILURES_OF_ACCOUNT,
  MAX_FAILURES_OF_ADDRESS,
  MAX_FAILURES_OF_PAIR,
} from "@/lib/auth/limit-sign-in";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

const ADA = { email: "ada@example.com", name: "Ada", password: "correct horse" };
const ATTACKER = "198.51.100.1";
const OFFICE = "198.51.100.2";

let database: FreshDatabase;
beforeAll(async () => {
  setTestSecrets();
  process.env.SMTP_URL = "smtp://localhost";
  process.env.MAIL_FROM = "wye@example.com";
  database = await freshDatabase();
  await createPerson(asInstance(database.db), ADA);
});
beforeEach(() => database.db.delete(signInFailures));
afterAll(() => database.drop());

const signIn = (address: string, password = ADA.password, email = ADA.email) =>
  checkCredentials(database.db, { email, password }, { address });
const attempt = (address: string, email: string) => limitSignIn(database.db, { email, address });

/** The outcomes, and how often each. */
async function tally(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const codes = (await Promise.allSettled(attempts)).map((end) =>
    end.status === "fulfilled" ? "let through" : end.reason.code,
  );
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((c) => c === code).length]),
  );
}

test("guessing at an account ends after a few, though all guess at once, and the right one comes too late", async () => {
  const guesses = Array.from({ length: MAX_FAILURES_OF_PAIR + 5 }, (_, n) => signIn(ATTACKER, `guess ${n}`));
  expect(await tally(guesses)).toEqual({ wrong_credentials: MAX_FAILURES_OF_PAIR, rate_limited: 5 });
  await expect(signIn(ATTACKER)).rejects.toMatchObject({ code: "rate_limited" });
  await expect(signIn(ATTACKER, ADA.password, " ADA@example.com")).rejects.toMatchObject({
    code: "rate_limited",
  });
});

test("it locks nobody out elsewhere, nor anybody else there", async () => {
  await tally(Array.from({ length: MAX_FAILURES_OF_PAIR + 1 }, () => attempt(ATTACKER, ADA.email)));
  expect(await signIn(OFFICE)).toBeTypeOf("string");
  await expect(signIn(ATTACKER, "x", "bob@example.com")).rejects.toMatchObject({ code: "wrong_credentials" });
});

test("guessing at many accounts from one address ends too", async () => {
  const wide = Array.from({ length: MAX_FAILURES_OF_ADDRESS + 1 }, (_, n) =>
    attempt(ATTACKER, `p${n}@x.org`),
  );
  expect(await tally(wide)).toEqual({ "let through": MAX_FAILURES_OF_ADDRESS, rate_limited: 1 });
});

test("who signs in is not counted, however often", async () => {
  await expect(signIn(OFFICE, "a typing error")).rejects.toMatchObject({ code: "wrong_credentials" });
  for (let time = 0; time < MAX_FAILURES_OF_PAIR + 1; time++) await signIn(OFFICE);
  // The typing error stays counted for the office, and for the account.
  const counts = (await database.db.select().from(signInFailures)).map(({ count }) => count);
  expect(counts).toEqual([1, 1]);
});

test("counting begins anew when the window is past, and what is past is removed", async () => {
  expect(await countSignInFailure(database.db, "a", 0)).toBe(1);
  expect(await countSignInFailure(database.db, "a", 600)).toBe(1);
  expect(await countSignInFailure(database.db, "a", 600)).toBe(2);
  await countSignInFailure(database.db, "b", 0);
  await deletePastSignInFailures(database.db);
  expect(await database.db.select().from(signInFailures)).toMatchObject([{ source: "a", count: 2 }]);
});

test("guesses at one account from everywhere, through several replicas, end too", async () => {
  const replica = connect(database.url, { maxConnections: 4 });
  const everywhere = Array.from({ length: MAX_FAILURES_OF_ACCOUNT + 7 }, (_, n) =>
    limitSignIn(n % 2 === 0 ? database.db : replica.db, { email: ADA.email, address: `10.0.0.${n}` }),
  );
  expect(await tally(everywhere)).toEqual({ "let through": MAX_FAILURES_OF_ACCOUNT, rate_limited: 7 });
  await replica.close();
});

test("meanwhile a browser that is known to the account passes, and one that is known to another does not", async () => {
  for (let n = 0; n <= MAX_FAILURES_OF_ACCOUNT; n++) await tally([attempt(`10.0.0.${n}`, ADA.email)]);
  const from = (device: string | undefined) =>
    checkCredentials(database.db, ADA, { address: OFFICE, device });
  await expect(from(undefined)).rejects.toMatchObject({ code: "rate_limited" });
  await expect(from(makeDevice("bob@example.com"))).rejects.toMatchObject({ code: "rate_limited" });
  await expect(from(`${makeDevice(ADA.email)}x`)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await from(makeDevice(" Ada@Example.com "))).toBeTypeOf("string");
});

test("whoever has a known browser in their hands guesses no more often than others", async () => {
  const device = makeDevice(ADA.email);
  const guesses = Array.from({ length: MAX_FAILURES_OF_PAIR + 3 }, (_, n) =>
    checkCredentials(database.db, { ...ADA, password: `guess ${n}` }, { address: `10.0.1.${n}`, device }),
  );
  expect(await tally(guesses)).toEqual({ wrong_credentials: MAX_FAILURES_OF_PAIR, rate_limited: 3 });
});
