import { findSignInMethod } from "@/db/queries/sign-in-methods";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { discover, reach } from "./discover";
import { isOidc } from "./method-input";

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
  const found = await discover(issuer);
  if (typeof found === "string") return found;
  return found.issuer === issuer ? "reached" : "misnamed";
}
