/** Reasons to abort a call with; they decide the outcome that its ledger row states. */

/** A person stopped it. */
export class Stopped extends Error {
  override readonly name: string = "Stopped";
}

/** A person deleted the chat while it was being answered. */
export class Deleted extends Stopped {}

/** The server is going down. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
