/** A question may still be on its way when Stop is pressed: the server is asked again at these distances. */
const AGAIN_AFTER_MS = [200, 300, 500, 1000, 2000, 3000];

/** Tells the server to stop the answer of a chat until it has, or until the answer has ended by itself.
 *  @returns false when the server could not be told, or knew of no answer all the while. */
export async function askToStop(chatId: string, isBusy: () => boolean): Promise<boolean> {
  for (const delayMs of AGAIN_AFTER_MS) {
    const answer = await requestStop(chatId);
    if (answer !== "nothing") return answer === "stopped";
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (!isBusy()) return true;
  }
  return false;
}

/** The server answers once the reply is kept and its stream has ended, so nothing is cut here. */
async function requestStop(chatId: string): Promise<"stopped" | "nothing" | "failed"> {
  try {
    const response = await fetch(`/api/chat/${chatId}/stop`, { method: "POST" });
    if (!response.ok) return "failed";
    // Our own server's answer.
    const { stopped } = (await response.json()) as { stopped: boolean };
    return stopped ? "stopped" : "nothing";
  } catch {
    return "failed";
  }
}
