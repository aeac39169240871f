import { startFloor } from "./start-floor.ts";
import type { FollowedTarget } from "./target.ts";

/** The floor of many followers. It knows its answers by an id in the address. */
export async function startFanOut(upstreamUrl: string): Promise<FollowedTarget> {
  const target = await startFloor("fan-out", upstreamUrl);
  const urlOf = (chatId: string) => `${target.url}?id=${chatId}`;
  return { ...target, askUrl: urlOf, followUrl: urlOf };
}
