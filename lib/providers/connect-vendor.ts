import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type AddedProvider, addProvider } from "./add-provider";
import type { ProviderInput } from "./provider-input";

/** Connects a vendor for the team. An address that is private, given by the instance's administrator, is connected
 *  for the whole server instead, which allows it: the result says so. */
export async function connectVendor(
  context: Context,
  input: Omit<ProviderInput, "scope">,
): Promise<AddedProvider> {
  try {
    return await addProvider(context, { ...input, scope: "team" });
  } catch (error) {
    const isPrivate = error instanceof AppError && error.code === "private_address";
    const mayAllow = context.actor.kind === "person" && context.actor.instanceAdmin;
    if (!isPrivate || !mayAllow) throw error;
    return addProvider(context, { ...input, scope: "instance" });
  }
}
