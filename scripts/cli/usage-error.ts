/** Wrong usage; the message names the flag and what would be right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
