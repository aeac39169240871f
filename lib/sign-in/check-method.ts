import { z } from "zod";
import { findSignInMethod } from "@/db/queries/sign-in-methods";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { isOidc } from "./method-input";

const MOST_MS = 10_000;

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

/** `reached`: it answers as such a provider does; `unreachable`: nobody answers at its address; `strange`: what answers
 *  is no such provider; `misnamed`: it calls itself by another address, so that its tokens would be refused. */
export type MethodCheck = "reached" | "unreachable" | "strange" | "misnamed";

/** Asks a provider for what can be asked without anybody signing in. Whether it knows Wye's secret shows only then.
 *  @throws AppError `forbidden`, `not_found` */
export async function checkMethod({ db, actor }: Context, methodId: string): Promise<MethodCheck> {
  requireInstancePermission(actor, "instance:sign-in");
  const method = await findSignInMethod(db, methodId);
  if (method === null) throw new AppError("not_found");
  const { kind, issuer, apiUrl } = method;
  if (!isOidc(kind)) return (await reach(apiUrl ?? issuer)) === null ? "unreachable" : "reached";
  const response = await reach(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  if (response === null) return "unreachable";
  const discovery = Discovery.safeParse(response.ok ? await response.json().catch(() => null) : null);
  if (!discovery.success) return "strange";
  return discovery.data.issuer === issuer ? "reached" : "misnamed";
}

async function reach(url: string): Promise<Response | null> {
  try {
    return await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(MOST_MS) });
  } catch {
    // Why does not matter to who asks: what is told is that nobody answers.
    return null;
  }
}
