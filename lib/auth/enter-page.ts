import { redirect } from "next/navigation";
import { database } from "@/lib/database";
import { owesCode } from "./factors/owes-code";
import { beginSignInStep } from "./factors/sign-in-step";
import { setStepCookie } from "./factors/step-cookie";
import { startPageSession } from "./page-session";
import { rememberDevice } from "./remember-device";
import { safePath } from "./safe-path";

/** Signs in who has shown a first factor, or leads them to where the second is asked for. Leaves the page. */
export async function enterPage(
  { id, email }: { id: string; email: string },
  callbackUrl: string,
): Promise<never> {
  const path = safePath(callbackUrl);
  if (await owesCode(database(), id)) {
    await setStepCookie(await beginSignInStep(database(), id));
    redirect(path === "/" ? "/signin/code" : `/signin/code?${new URLSearchParams({ callbackUrl: path })}`);
  }
  await startPageSession(id);
  await rememberDevice(email);
  redirect(path);
}
