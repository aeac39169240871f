import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countSignInFailure, deletePastSignInFailures } from "@/db/queries/sign-in-failures";
import { signInFailures } from "@/db/schema";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { createPerson } from "@/lib/auth/create-person";
import { limitSignIn, MAX_FAILURES_OF_ADDRESS, MAX_FAILURES_OF_PAIR } from "@/lib/auth/limit-sign-in";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

const ADA = { email: "ada@example.com", name: "Ada", password: "correct horse" };
const ATTACKER = "198.51.100.1";
const OFFICE = "198.51.100.2";

let database: FreshDatabase;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
  await createPerson(asInstance(database.db), ADA);
});
beforeEach(() => database.db.delete(signInFailures));
afterAll(() => database.drop());

const signIn = (address: string, password = ADA.password, email = ADA.email) =>
  checkCredentials(database.db, { email, password }, address);
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
  expect(await database.db.select().from(signInFailures)).toMatchObject([{ count: 1 }]);
});

test("counting begins anew when the window is past, and what is past is removed", async () => {
  expect(await countSignInFailure(database.db, "a", 0)).toBe(1);
  expect(await countSignInFailure(database.db, "a", 600)).toBe(1);
  expect(await countSignInFailure(database.db, "a", 600)).toBe(2);
  await countSignInFailure(database.db, "b", 0);
  await deletePastSignInFailures(database.db);
  expect(await database.db.select().from(signInFailures)).toMatchObject([{ source: "a", count: 2 }]);
});
