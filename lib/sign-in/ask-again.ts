import { z } from "zod";
import type { SignInMethodRow } from "@/db/queries/sign-in-methods";
import { discover } from "./discover";

const MOST_MS = 10_000;

/** `still`: they are there, with the token to ask with next time and what was said of them, if anything; `gone`: the
 *  provider takes the token back; `unknown`: it could not be asked. */
export type Asked =
  | { kind: "still"; refreshToken: string; profile: Readonly<Record<string, unknown>> | null }
  | { kind: "gone" }
  | { kind: "unknown" };

const Answer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});
const Refusal = z.object({ error: z.string() });

/** Asks an OpenID Connect provider whether somebody is still there, by what it gave when they signed in. Only its plain
 *  word that the token is not good any more means that they left: a wrong secret or a fault of its own does not. */
export async function askAgain(
  { issuer, clientId }: Pick<SignInMethodRow, "issuer" | "clientId">,
  clientSecret: string,
  refreshToken: string,
): Promise<Asked> {
  const discovery = await discover(issuer);
  if (typeof discovery === "string" || discovery.issuer !== issuer) return { kind: "unknown" };
  const answer = await ask(discovery.token_endpoint, { clientId, clientSecret, refreshToken });
  const refusal = Refusal.safeParse(answer);
  if (refusal.success) return { kind: refusal.data.error === "invalid_grant" ? "gone" : "unknown" };
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) return { kind: "unknown" };
  const { id_token: idToken, refresh_token: next = refreshToken } = parsed.data;
  return { kind: "still", refreshToken: next, profile: readIdToken(idToken, { issuer, clientId }) };
}

async function ask(
  url: string,
  { clientId, clientSecret, refreshToken }: { clientId: string; clientSecret: string; refreshToken: string },
): Promise<unknown> {
  const basic = [clientId, clientSecret].map((part) => encodeURIComponent(part)).join(":");
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        accept: "application/json",
        authorization: `Basic ${Buffer.from(basic).toString("base64")}`,
      },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }),
      redirect: "error",
      signal: AbortSignal.timeout(MOST_MS),
    });
    return await response.json();
  } catch {
    // Who cannot be asked now is asked later.
    return null;
  }
}

const IdToken = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  sub: z.string(),
});

/** It came from the provider itself over its own connection, which stands for its signature (OpenID Connect Core 3.1.3.7).
 *  @returns null for none, and for one of another provider or for another program */
function readIdToken(
  idToken: string | undefined,
  { issuer, clientId }: { issuer: string; clientId: string },
): Readonly<Record<string, unknown>> | null {
  const body = idToken?.split(".")[1];
  if (body === undefined) return null;
  try {
    const token = IdToken.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
    const isOurs = token.iss === issuer && [token.aud].flat().includes(clientId);
    return isOurs ? token : null;
  } catch {
    // What cannot be read says nothing of anybody.
    return null;
  }
}
