import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/client";
import { findPerson, markEmailVerified } from "@/db/queries/people";
import { audit, mail, recoveryCode, secondFactor, signInFailures } from "@/db/schema";
import { resetSecondFactor } from "@/lib/admin/reset-second-factor";
import { beginFactor } from "@/lib/auth/factors/begin-factor";
import { checkCode } from "@/lib/auth/factors/check-code";
import { confirmFactor } from "@/lib/auth/factors/confirm-factor";
import { getMyFactor } from "@/lib/auth/factors/get-my-factor";
import { MAX_CODES_OF_ACCOUNT, MAX_CODES_OF_KNOWN, MAX_CODES_OF_PLACE } from "@/lib/auth/factors/limit-codes";
import { owesCode } from "@/lib/auth/factors/owes-code";
import { renewRecoveryCodes } from "@/lib/auth/factors/renew-recovery-codes";
import {
  beginSignInStep,
  finishSignInStep,
  isStepLive,
  MAX_CODES_OF_STEP,
} from "@/lib/auth/factors/sign-in-step";
import { switchOffFactor } from "@/lib/auth/factors/switch-off-factor";
import { totpCode } from "@/lib/auth/factors/totp";
import { makeDevice } from "@/lib/auth/known-device";
import type { Context } from "@/lib/context";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { makeActor } from "@/tests/support/people";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

const HERE = { address: "192.0.2.1" };
const STEP_MS = 30_000;
const WRONG = { code: "wrong_code" };

let database: FreshDatabase;
let email: string;
let personId: string;
let context: Context;
beforeAll(async () => {
  setTestSecrets();
  process.env.SMTP_URL = "smtp://localhost";
  process.env.MAIL_FROM = "wye@example.com";
  database = await freshDatabase();
});
beforeEach(async () => {
  await database.db.delete(signInFailures);
  context = await makeActor(database.db, "member");
  personId = context.actor.personId;
  await markEmailVerified(database.db, personId);
  email = (await findPerson(database.db, personId))?.email ?? "";
});
afterAll(() => database.drop());

const confirm = (code: string) => confirmFactor(context, { code, ...HERE });
/** With the secret and the recovery codes; as if it had been confirmed long ago. */
async function enrol(): Promise<{ secret: string; codes: string[] }> {
  const { secret } = await beginFactor(context);
  const codes = await confirm(totpCode(secret, Date.now()));
  await database.db.update(secondFactor).set({ lastStep: 0 }).where(eq(secondFactor.personId, personId));
  return { secret, codes };
}
const check = (code: string, source: { address: string; device?: string } = HERE, db = database.db) =>
  checkCode(db, { personId, email, code, ...source });
const step = async (token: string, code: string, address = HERE.address) =>
  finishSignInStep(database.db, { token, code, address });

async function tally(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const codes = (await Promise.allSettled(attempts)).map((end) =>
    end.status === "fulfilled" ? "right" : end.reason.code,
  );
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((c) => c === code).length]),
  );
}

test("nothing asks for a code until one has confirmed it, and then ten recovery codes are told once", async () => {
  const { secret, qr } = await beginFactor(context);
  expect(qr.path).toMatch(/^M0 0h1v1h-1z/);
  expect(await owesCode(database.db, personId)).toBe(false);
  await expect(confirm("000000")).rejects.toMatchObject(WRONG);
  const codes = await confirm(totpCode(secret, Date.now()));
  expect(new Set(codes).size).toBe(10);
  expect(await getMyFactor(context)).toMatchObject({ recoveryCodesLeft: 10 });
  await expect(beginFactor(context)).rejects.toMatchObject({ code: "conflict" });
  await expect(confirm(totpCode(secret, Date.now()))).rejects.toMatchObject({
    code: "conflict",
  });
});

test("the database holds neither the secret nor a code, and the audit says what was switched", async () => {
  const { secret, codes } = await enrol();
  const kept = JSON.stringify([
    await database.db.select().from(secondFactor).where(eq(secondFactor.personId, personId)),
    await database.db.select().from(recoveryCode).where(eq(recoveryCode.personId, personId)),
    await database.db.select().from(audit).where(eq(audit.action, "person.factor-on")),
  ]);
  for (const told of [secret, ...codes]) expect(kept).not.toContain(told);
  expect(kept).toContain("person.factor-on");
});

test("a code is right once, also of many at once on two replicas", async () => {
  const { secret } = await enrol();
  const replica = connect(database.url, { maxConnections: 4 });
  const code = totpCode(secret, Date.now());
  const all = Array.from({ length: 8 }, (_, n) => check(code, HERE, n % 2 === 0 ? database.db : replica.db));
  expect(await tally(all)).toEqual({ right: 1, wrong_code: 7 });
  await replica.close();
});

test("the code that confirmed it does not sign in", async () => {
  const { secret } = await beginFactor(context);
  const code = totpCode(secret, Date.now());
  await confirm(code);
  await expect(check(code)).rejects.toMatchObject(WRONG);
});

test("a clock that is one step off is borne, either way, and one that is off by three is not", async () => {
  const { secret } = await enrol();
  for (const steps of [-3, 3]) {
    await expect(check(totpCode(secret, Date.now() + steps * STEP_MS))).rejects.toMatchObject(WRONG);
  }
  await check(totpCode(secret, Date.now() - STEP_MS));
  await check(totpCode(secret, Date.now() + STEP_MS));
  // One that is older than the one used last.
  await expect(check(totpCode(secret, Date.now()))).rejects.toMatchObject(WRONG);
});

test("a recovery code is right once, however it is typed, and new ones end those before", async () => {
  const { codes } = await enrol();
  const [first = "", second = ""] = codes;
  await check(` ${first.replace("-", " ").toUpperCase()} `);
  await expect(check(first)).rejects.toMatchObject(WRONG);
  expect(await getMyFactor(context)).toMatchObject({ recoveryCodesLeft: 9 });
  const [renewed = ""] = await renewRecoveryCodes(context);
  await expect(check(second)).rejects.toMatchObject(WRONG);
  await check(renewed);
});

test("guessing ends, over replicas, and takes neither a known browser nor the recovery codes from the owner", async () => {
  const { secret, codes } = await enrol();
  const replica = connect(database.url, { maxConnections: 4 });
  const fromOne = Array.from({ length: MAX_CODES_OF_PLACE + 3 }, (_, n) =>
    check("000000", { address: "203.0.113.1" }, n % 2 === 0 ? database.db : replica.db),
  );
  expect(await tally(fromOne)).toEqual({ wrong_code: MAX_CODES_OF_PLACE, rate_limited: 3 });
  const everywhere = Array.from({ length: MAX_CODES_OF_ACCOUNT }, (_, n) =>
    check("000000", { address: `10.0.0.${n}` }, n % 2 === 0 ? database.db : replica.db),
  );
  expect((await tally(everywhere)).rate_limited).toBeGreaterThanOrEqual(MAX_CODES_OF_PLACE);
  await replica.close();
  const code = totpCode(secret, Date.now());
  await expect(check(code)).rejects.toMatchObject({ code: "rate_limited" });
  await check(code, { ...HERE, device: makeDevice(email) });
  await check(codes[0] ?? "");
});

test("guessing ends from known browsers too, however many there are, and the recovery codes stay", async () => {
  const { secret, codes } = await enrol();
  const browsers = Array.from({ length: MAX_CODES_OF_KNOWN / MAX_CODES_OF_PLACE }, () => makeDevice(email));
  const guesses = browsers.flatMap((device) =>
    Array.from({ length: MAX_CODES_OF_PLACE }, () => check("000000", { ...HERE, device })),
  );
  expect(await tally(guesses)).toEqual({ wrong_code: MAX_CODES_OF_KNOWN });
  const another = { ...HERE, device: makeDevice(email) };
  const code = totpCode(secret, Date.now());
  await expect(check(code, another)).rejects.toMatchObject({ code: "rate_limited" });
  await check(codes[0] ?? "", another);
  // Who is elsewhere has a count of their own.
  await check(code);
});

test("guessing ends at an app that is still to be confirmed, and takes nothing from a sign-in", async () => {
  const { secret } = await beginFactor(context);
  const guesses = Array.from({ length: MAX_CODES_OF_PLACE + 2 }, () => confirm("000000"));
  expect(await tally(guesses)).toEqual({ wrong_code: MAX_CODES_OF_PLACE, rate_limited: 2 });
  const elsewhere = { code: totpCode(secret, Date.now()), address: "198.51.100.7" };
  await expect(confirm(elsewhere.code)).rejects.toMatchObject({ code: "rate_limited" });
  const codes = await confirmFactor(context, elsewhere);
  await check(codes[0] ?? "");
});

test("a sign-in is finished once, by a code, and dies of too many wrong ones or of time", async () => {
  const { secret, codes } = await enrol();
  const token = await beginSignInStep(database.db, personId);
  expect(await isStepLive(database.db, token)).toBe(true);
  expect(await step(token, totpCode(secret, Date.now()))).toEqual({ id: personId, email });
  await expect(step(token, codes[0] ?? "")).rejects.toMatchObject({ code: "step_over" });

  const guessed = await beginSignInStep(database.db, personId);
  const guesses = Array.from({ length: MAX_CODES_OF_STEP + 2 }, (_, n) =>
    step(guessed, "000000", `10.0.1.${n}`),
  );
  expect(await tally(guesses)).toEqual({ wrong_code: MAX_CODES_OF_STEP, step_over: 2 });
  await expect(step(guessed, codes[1] ?? "")).rejects.toMatchObject({ code: "step_over" });

  const late = await beginSignInStep(database.db, personId);
  await database.db.execute(sql`update sign_in_step set expires_at = now()`);
  await expect(step(late, codes[2] ?? "")).rejects.toMatchObject({ code: "step_over" });
  await expect(step("invented", codes[2] ?? "")).rejects.toMatchObject({ code: "step_over" });
});

test("an administrator resets it, which is recorded and mailed; nobody else may", async () => {
  await enrol();
  const pending = await beginSignInStep(database.db, personId);
  const team = await newTeam(database.db);
  const input = { personId, locale: "en" } as const;
  await expect(resetSecondFactor(await team.as("owner"), input)).rejects.toMatchObject({ code: "forbidden" });
  await resetSecondFactor(await team.as("member", { instanceAdmin: true }), input);
  expect(await owesCode(database.db, personId)).toBe(false);
  expect(await isStepLive(database.db, pending)).toBe(false);
  expect((await database.db.select().from(mail)).map(({ template }) => template)).toContain("factorReset");
  const [entry] = await database.db.select().from(audit).where(eq(audit.action, "person.factor-reset"));
  expect(entry?.target).toBe(personId);
});

test("switched off, it is asked for no more, and its recovery codes are gone", async () => {
  const { codes } = await enrol();
  await switchOffFactor(context);
  expect(await owesCode(database.db, personId)).toBe(false);
  await expect(check(codes[0] ?? "")).rejects.toMatchObject(WRONG);
  await expect(switchOffFactor(context)).rejects.toMatchObject({ code: "conflict" });
});
