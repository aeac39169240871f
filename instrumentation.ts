/** Next calls this once, before a server takes its first request; never while it builds. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServing } = await import("@/lib/setup/start-serving");
  await startServing();
}
