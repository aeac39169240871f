import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical";
import type { ChainEntry } from "./chain-entry";

/** What an entry's hash covers besides the hash before it: its fields in one order, each with its length in bytes before
 *  it, so that no two entries read the same. The database's `audit_hash` covers the same, see docs/audit.md. */
export function encodeEntry(entry: ChainEntry): string {
  return [
    String(entry.version),
    entry.team,
    String(entry.seq),
    entry.id,
    entry.at,
    entry.actor,
    entry.via,
    entry.action,
    entry.target,
    entry.request,
    entry.before === null ? null : canonicalJson(entry.before),
    entry.after === null ? null : canonicalJson(entry.after),
    canonicalJson(entry.personal),
  ]
    .map(encodeField)
    .join("");
}

/** Hexadecimal. */
export function hashEntry(entry: ChainEntry): string {
  const hash = createHash("sha256");
  return hash.update(Buffer.from(entry.prevHash, "hex")).update(encodeEntry(entry)).digest("hex");
}

const encodeField = (field: string | null): string =>
  field === null ? "-," : `${Buffer.byteLength(field)}:${field},`;
