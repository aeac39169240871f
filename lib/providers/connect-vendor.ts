import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type AddedProvider, addProvider } from "./add-provider";
import type { ProviderInput } from "./provider-input";

type ConnectInput = Omit<ProviderInput, "scope"> & Partial<Pick<ProviderInput, "scope">>;

/** Connects a vendor for the team, or for the whole server where that is asked for. A private address that the
 *  instance's administrator gives for the team is connected for the whole server instead, which allows it: the result
 *  says so. */
export async function connectVendor(
  context: Context,
  { scope = "team", ...input }: ConnectInput,
): Promise<AddedProvider> {
  try {
    return await addProvider(context, { ...input, scope });
  } catch (error) {
    const isPrivate = error instanceof AppError && error.code === "private_address";
    const mayAllow = context.actor.kind === "person" && context.actor.instanceAdmin;
    if (!isPrivate || !mayAllow || scope === "instance") throw error;
    return addProvider(context, { ...input, scope: "instance" });
  }
}
