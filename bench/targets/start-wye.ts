import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../run/child.ts";
import { SERVER_CORE } from "../run/cores.ts";
import { freePort } from "../run/free-port.ts";
import { ROOT } from "../run/paths.ts";
import { signIn } from "./sign-in.ts";
import type { Target } from "./target.ts";
import { waitUntilServing } from "./wait-until-serving.ts";

const CREDENTIALS = { email: "bench@example.com", password: "measured-not-guessed" };

/** Wye as `npm start` serves it, on an empty data folder, its database included, with one person signed in. */
export async function startWye(upstreamUrl: string): Promise<Target> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), "wye-bench-"));
  const child = startChild(join(ROOT, "scripts/start.mjs"), [], {
    core: SERVER_CORE,
    cwd: ROOT,
    env: {
      PORT: String(port),
      WYE_DATA_DIR: dataDir,
      WYE_OWNER_EMAIL: CREDENTIALS.email,
      WYE_OWNER_PASSWORD: CREDENTIALS.password,
      OPENAI_COMPATIBLE_BASE_URL: upstreamUrl,
      AUTH_URL: null,
      DATABASE_URL: null,
      NODE_ENV: null,
    },
  });
  const stop = async () => {
    await child.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const origin = `http://localhost:${port}`;
    await child.line((line) => line.includes("Wye is ready"));
    await waitUntilServing(origin, child);
    return {
      url: `${origin}/api/chat`,
      protocol: "wye",
      headers: { cookie: await signIn(origin, CREDENTIALS), origin },
      choice: { kind: "model", model: "openai-compatible/bench" },
      pids: [child.pid],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
