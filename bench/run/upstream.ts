import { join } from "node:path";
import type { Scenario } from "../upstream/scenario.ts";
import type { UpstreamStats } from "../upstream/server.ts";
import { startChild } from "./child.ts";
import { BENCH } from "./paths.ts";

export interface Upstream {
  /** `/v1` included. */
  baseUrl: string;
  control(scenario: Scenario): Promise<void>;
  stats(): Promise<UpstreamStats>;
  /** Lets no answer begin until `POST releaseUrl`. */
  hold(): Promise<void>;
  releaseUrl: string;
  stop(): Promise<void>;
}

/** @param core the one core that it may use; null for any */
export async function startUpstream(core: number | null): Promise<Upstream> {
  const child = startChild(join(BENCH, "upstream/server.ts"), [], { core });
  const { port }: { port: number } = JSON.parse(await child.line((line) => line.startsWith("{")));
  const origin = `http://127.0.0.1:${port}`;
  const post = async (path: string, body = "") => {
    const response = await fetch(`${origin}${path}`, { method: "POST", body });
    if (!response.ok) throw new Error(await response.text());
  };
  return {
    baseUrl: `${origin}/v1`,
    control: (scenario) => post("/control", JSON.stringify(scenario)),
    hold: () => post("/hold"),
    releaseUrl: `${origin}/release`,
    async stats() {
      const response = await fetch(`${origin}/stats`);
      const stats: UpstreamStats = await response.json();
      return stats;
    },
    stop: () => child.stop(),
  };
}
