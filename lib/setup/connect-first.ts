import { listUsableProviders } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import type { Env } from "@/lib/env";
import { addProvider } from "@/lib/providers/add-provider";
import { syncEnvironment } from "@/lib/providers/sync-environment";

/** Connects what the environment names. An owner who was made without a browser saw no page that offers the demo
 *  model, so with `demoIfNone` it is there from the start. @returns sentences for the terminal */
export async function connectFirst(
  context: Context,
  vendors: Env["vendors"],
  demoIfNone: boolean,
): Promise<string[]> {
  const notes = await syncEnvironment(context, vendors);
  if (demoIfNone && (await listUsableProviders(context.db, INSTANCE_TEAM_ID)).length === 0) {
    await addProvider(context, { scope: "instance", vendor: "demo" });
    notes.push("No vendor is connected, so the built-in demo model answers. Connect one under Providers.");
  }
  return notes;
}
