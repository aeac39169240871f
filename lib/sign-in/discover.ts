import { z } from "zod";

const MOST_MS = 10_000;

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  scopes_supported: z.array(z.string()).optional().catch(undefined),
});
export type Discovery = z.output<typeof Discovery>;

/** What an OpenID Connect provider says of itself; `unreachable`: nobody answers at its address; `strange`: what answers
 *  is no such provider. */
export async function discover(issuer: string): Promise<Discovery | "unreachable" | "strange"> {
  const response = await reach(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  if (response === null) return "unreachable";
  const parsed = Discovery.safeParse(response.ok ? await response.json().catch(() => null) : null);
  return parsed.success ? parsed.data : "strange";
}

/** What answers at an address, whatever it says; null: nobody. */
export async function reach(url: string): Promise<Response | null> {
  try {
    return await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(MOST_MS) });
  } catch {
    // Why does not matter to who asks: what is told is that nobody answers.
    return null;
  }
}
