import { createHash, randomBytes } from "node:crypto";
import { stringify, parse as toBytes } from "uuid";

const SECRET_BYTES = 32;
const TEAM_BYTES = 16;

/** What a link ends with: its team's id, so that it is looked up where its team's rows are, and a secret. */
export function newShareToken(teamId: string): { token: string; tokenHash: string } {
  const bytes = Buffer.concat([toBytes(teamId), randomBytes(SECRET_BYTES)]);
  return { token: bytes.toString("base64url"), tokenHash: hashOf(bytes) };
}

/** Of a token: its team, and what is kept of it. Null when it is none. */
export function readShareToken(token: string): { teamId: string; tokenHash: string } | null {
  const bytes = Buffer.from(token, "base64url");
  // What else decodes to the same bytes is no link that was ever given out.
  if (bytes.length !== TEAM_BYTES + SECRET_BYTES || bytes.toString("base64url") !== token) return null;
  try {
    return { teamId: stringify(bytes.subarray(0, TEAM_BYTES)), tokenHash: hashOf(bytes) };
  } catch {
    // Sixteen bytes that are no UUID.
    return null;
  }
}

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64url");
