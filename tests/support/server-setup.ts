import { startWye } from "./server";

/** Builds Wye once, before any spec asks for a server, and proves that it starts and stops. */
export default async function buildOnce(): Promise<void> {
  const wye = await startWye({ echo: true });
  await wye.stop();
}
