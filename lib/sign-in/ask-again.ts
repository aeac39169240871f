import { z } from "zod";
import type { SignInMethodRow } from "@/db/queries/sign-in-methods";
import { discover } from "./discover";

const MOST_MS = 10_000;

/** `still`: they are there, with the token to ask with next time and what was said of them, if anything; `ended`: the
 *  provider takes the token no more, for whatever reason; `gone`: it says that their account there is closed; `away`:
 *  nothing answers; `unknown`: what it says is no word on them. */
export type Asked =
  | { kind: "still"; refreshToken: string; profile: Readonly<Record<string, unknown>> | null }
  | { kind: "ended" }
  | { kind: "gone" }
  | { kind: "away" }
  | { kind: "unknown" };

const Answer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});
const Refusal = z.object({
  error: z.string(),
  error_description: z.string().optional().catch(undefined),
  error_codes: z.array(z.number()).optional().catch(undefined),
});

interface Question {
  tokenEndpoint: string;
  clientSecret: string;
  refreshToken: string;
}

/** Where a provider is asked; null: it cannot be now. */
export async function findTokenEndpoint({ issuer }: Pick<SignInMethodRow, "issuer">): Promise<string | null> {
  const discovery = await discover(issuer);
  return typeof discovery === "string" || discovery.issuer !== issuer ? null : discovery.token_endpoint;
}

/** Asks an OpenID Connect provider whether somebody is still there, by what it gave when they signed in. That the token is
 *  not good any more says nothing of who has left: it also ends with a session there, or as a password is changed
 *  (RFC 6749, 5.2). A wrong secret or a fault of the provider's own says nothing at all. */
export async function askAgain(
  { issuer, clientId }: Pick<SignInMethodRow, "issuer" | "clientId">,
  { tokenEndpoint, clientSecret, refreshToken }: Question,
): Promise<Asked> {
  const answer = await ask(tokenEndpoint, { clientId, clientSecret, refreshToken });
  if (answer === null) return { kind: "away" };
  const refusal = Refusal.safeParse(answer);
  if (refusal.success) return { kind: readRefusal(refusal.data) };
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) return { kind: "unknown" };
  const { id_token: idToken, refresh_token: next = refreshToken } = parsed.data;
  return { kind: "still", refreshToken: next, profile: readIdToken(idToken, { issuer, clientId }) };
}

/** Entra's numbers for an account that is disabled and for one that is not there. */
const CLOSED_AT_ENTRA = [50057, 50034];
/** What Keycloak says of one that is disabled. */
const CLOSED = /^user disabled$/i;

function readRefusal(refusal: z.output<typeof Refusal>): "gone" | "ended" | "unknown" {
  if (refusal.error !== "invalid_grant") return "unknown";
  const { error_codes: codes = [], error_description: description = "" } = refusal;
  const isClosed = codes.some((code) => CLOSED_AT_ENTRA.includes(code)) || CLOSED.test(description.trim());
  return isClosed ? "gone" : "ended";
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
