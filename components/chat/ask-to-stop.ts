/** A question may still be on its way when Stop is pressed: the server is asked again at these distances. */
const AGAIN_AFTER_MS = [200, 300, 500, 1000, 2000, 3000];
/** What does not arrive in so many attempts is the person's to try again. */
const MOST_LOST = 2;
/** The server answers within ten seconds, and the database may be slow. */
const LIMIT_MS = 20_000;

/** Tells the server to stop the answer of a chat until it has, or until the answer has ended by itself.
 *  @param answerId the one that is meant; without it, whichever is being written
 *  @returns false when the server could not be told, or knew of no answer all the while. */
export async function askToStop(
  chatId: string,
  answerId: string | undefined,
  isBusy: () => boolean,
): Promise<boolean> {
  let lost = 0;
  for (const delayMs of AGAIN_AFTER_MS) {
    const answer = await requestStop(chatId, answerId);
    if (answer === "stopped") return true;
    if (answer === "lost" && ++lost === MOST_LOST) return !isBusy();
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (!isBusy()) return true;
  }
  return false;
}

/** The server answers once the reply is kept and its stream has ended, so nothing is cut here. */
async function requestStop(
  chatId: string,
  answerId: string | undefined,
): Promise<"stopped" | "nothing" | "lost"> {
  try {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const response = await fetch(`/api/chat/${chatId}/stop`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ answerId }),
      signal,
    });
    if (!response.ok) return "lost";
    // Our own server's answer.
    const { stopped } = (await response.json()) as { stopped: boolean };
    return stopped ? "stopped" : "nothing";
  } catch {
    return "lost";
  }
}
