import { pauseBeforeRetry } from "./pause-before-retry";

/** Fetches a part of the program that comes when it is first needed, for as long as it takes: without a network it
 *  comes later, and what is there stays. Never rejects. */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  const { signal } = new AbortController();
  for (let attempt = 0; ; attempt++) {
    const loaded = await load().then(
      (part) => ({ part }),
      () => null,
    );
    if (loaded) return loaded.part;
    await pauseBeforeRetry(attempt, signal);
  }
}
