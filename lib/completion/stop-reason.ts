/** Reasons to abort a call with; they decide the outcome that its ledger row states. */

/** A person stopped it. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** The server is going down. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
