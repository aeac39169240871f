import { classifyError } from "./classify-error";
import { vendorById } from "./registry";
import type { Connection, ListedModel } from "./vendor";

/** Vendors of servers that people run beside Wye. */
export const LOCAL_VENDORS = ["ollama", "lmstudio"] as const;

export interface LocalServer {
  vendor: (typeof LOCAL_VENDORS)[number];
  baseUrl: string;
  models: ListedModel[];
}

export interface Probe {
  vendor: LocalServer["vendor"];
  baseUrl: string;
}

const PROBES: readonly Probe[] = [
  { vendor: "ollama", baseUrl: "http://localhost:11434/v1" },
  { vendor: "lmstudio", baseUrl: "http://localhost:1234/v1" },
];
const PROBE_TIMEOUT_MS = 500;

/** The model servers that run on this machine, with what they offer; all are probed at once, in at most half a
 *  second. `fetch` must be allowed to reach them. A server that is absent, silent or something else is none. */
export async function detectLocal(
  fetch: Connection["fetch"],
  probes: readonly Probe[] = PROBES,
): Promise<LocalServer[]> {
  const found = await Promise.all(probes.map((probe) => detect(probe, fetch)));
  return found.filter((server) => server !== null);
}

async function detect({ vendor, baseUrl }: Probe, fetch: Connection["fetch"]): Promise<LocalServer | null> {
  const listed = vendorById(vendor)?.listModels(
    { baseUrl, apiKey: null, fetch },
    AbortSignal.timeout(PROBE_TIMEOUT_MS),
  );
  try {
    return { vendor, baseUrl, models: (await listed) ?? [] };
  } catch (error) {
    const { code } = classifyError(error, { vendor });
    if (code === "internal") throw error;
    return null;
  }
}
