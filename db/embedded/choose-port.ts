import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";

const HOST = "127.0.0.1";

/** The port if it can be had, or null. Zero asks for any. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen({ host: HOST, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
    });
  });
}

function remembered(portFile: string): number | null {
  try {
    const port = Number(readFileSync(portFile, "utf8"));
    return Number.isInteger(port) && port > 0 && port < 65536 ? port : null;
  } catch {
    return null;
  }
}

/** The port this folder used before if it is free, so that a client's saved address goes on working; else another. */
export async function choosePort(portFile: string): Promise<number> {
  const before = remembered(portFile);
  const port = (before === null ? null : await tryPort(before)) ?? (await tryPort(0));
  if (port === null) throw new Error(`No port is free on ${HOST} for the database.`);
  if (port !== before) writeFileSync(portFile, String(port));
  return port;
}
