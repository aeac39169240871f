import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/permissions/roles";
import type { Wye } from "@/tests/support/server";
import { runWye } from "./run-wye";
import { signIn } from "./sign-in";

/** Somebody new in the team, signed in, in a browser of their own: close its context when done. */
export async function newMember(browser: Browser, wye: Wye, name: string, role: Role): Promise<Page> {
  const account = { email: `${name.toLowerCase()}@example.com`, password: "long enough for a member" };
  const given = ["--email", account.email, "--password", account.password, "--name", name];
  await runWye(wye, "user", "create", ...given);
  await runWye(wye, "team", "add-member", "--email", account.email, "--role", role);
  const context = await browser.newContext({ baseURL: wye.url, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await signIn(page, account);
  return page;
}
