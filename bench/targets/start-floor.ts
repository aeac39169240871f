import { startChild } from "../run/child.ts";
import { SERVER_CORE } from "../run/cores.ts";
import { freePort } from "../run/free-port.ts";
import { FLOORS, NEXT } from "../run/paths.ts";
import type { FloorName, Target } from "./target.ts";
import { waitUntilServing } from "./wait-until-serving.ts";

/** One route of bench/floors in a server of its own, from its production build. */
export async function startFloor(name: FloorName, upstreamUrl: string): Promise<Target> {
  const port = await freePort();
  const child = startChild(NEXT, ["start", "--hostname", "127.0.0.1", "--port", String(port)], {
    core: SERVER_CORE,
    cwd: FLOORS,
    env: { UPSTREAM_URL: upstreamUrl, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitUntilServing(origin, child);
  return {
    url: `${origin}/${name}`,
    protocol: name === "stream-text" ? "ui-messages" : "completions",
    headers: {},
    choice: null,
    pids: [child.pid],
    stop: () => child.stop(),
  };
}
