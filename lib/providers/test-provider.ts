import type { Context } from "@/lib/context";
import { findWritableProvider } from "./find-writable-provider";
import { type RefreshResult, refreshModels } from "./refresh-models";

/** Tries a kept credential and refreshes its models. A failure is a result: it is what was asked for. */
export async function testProvider(context: Context, providerId: string): Promise<RefreshResult> {
  return refreshModels(context, await findWritableProvider(context, providerId));
}
