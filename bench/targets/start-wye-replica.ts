import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { databaseUrl } from "./database-url.ts";
import { followPath, startServer, startWye } from "./start-wye.ts";
import type { FollowedTarget } from "./target.ts";

/** Two processes of Wye on one database: questions go to the first, and followers to the second. */
export async function startWyeReplica(upstreamUrl: string): Promise<FollowedTarget> {
  const first = await startWye(upstreamUrl);
  try {
    const second = await startServer({
      DATABASE_URL: await databaseUrl(first),
      OPENAI_COMPATIBLE_BASE_URL: upstreamUrl,
      ...(await readSecrets(first.dataDir)),
    });
    return {
      ...first,
      pids: [...first.pids, second.pid],
      followUrl: (chatId) => `${second.origin}${followPath(chatId)}`,
      stop: async () => {
        await second.stop();
        await first.stop();
      },
    };
  } catch (error) {
    await first.stop();
    throw error;
  }
}

/** Replicas share them; the first has made its own. */
async function readSecrets(dataDir: string) {
  const stored: { authSecret: string; encryptionKey: string } = JSON.parse(
    await readFile(join(dataDir, "secrets.json"), "utf8"),
  );
  return { AUTH_SECRET: stored.authSecret, WYE_ENCRYPTION_KEY: stored.encryptionKey };
}
