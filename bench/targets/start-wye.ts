import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../run/child.ts";
import { SERVER_CORE } from "../run/cores.ts";
import { freePort } from "../run/free-port.ts";
import { ROOT } from "../run/paths.ts";
import { signIn } from "./sign-in.ts";
import type { FollowedTarget } from "./target.ts";
import { waitUntilServing } from "./wait-until-serving.ts";

export interface Wye extends FollowedTarget {
  dataDir: string;
}

const CREDENTIALS = { email: "bench@example.com", password: "measured-not-guessed" };

/** Wye as `npm start` serves it, on an empty data folder, its database included, with one person signed in.
 *  @param env changes to its environment */
export async function startWye(
  upstreamUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Wye> {
  const server = await startServer({
    WYE_OWNER_EMAIL: CREDENTIALS.email,
    WYE_OWNER_PASSWORD: CREDENTIALS.password,
    OPENAI_COMPATIBLE_BASE_URL: upstreamUrl,
    DATABASE_URL: null,
    ...env,
  });
  const { origin, dataDir, pid, stop } = server;
  try {
    const url = `${origin}/api/chat`;
    return {
      url,
      protocol: "wye",
      headers: { cookie: await signIn(origin, CREDENTIALS), origin },
      choice: { kind: "model", model: "openai-compatible/bench" },
      pids: [pid],
      dataDir,
      askUrl: () => url,
      followUrl: (chatId) => `${origin}${followPath(chatId)}`,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export const followPath = (chatId: string): string => `/api/chat/${chatId}/stream`;

export interface WyeServer {
  origin: string;
  dataDir: string;
  pid: number;
  stop(): Promise<void>;
}

/** One process of Wye on a port and a new data folder of its own. */
export async function startServer(env: Readonly<Record<string, string | null>>): Promise<WyeServer> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), "wye-bench-"));
  const child = startChild(join(ROOT, "scripts/start.mjs"), [], {
    core: SERVER_CORE,
    cwd: ROOT,
    env: { PORT: String(port), WYE_DATA_DIR: dataDir, AUTH_URL: null, NODE_ENV: null, ...env },
  });
  const stop = async () => {
    await child.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const origin = `http://localhost:${port}`;
    await child.line((line) => line.includes("Wye is ready"));
    await waitUntilServing(origin, child);
    return { origin, dataDir, pid: child.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
