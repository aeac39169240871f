/* Reasons to abort a call with; they decide the outcome that its ledger row states. They are told apart by name, not by
 * class: Next gives each of its bundles classes of its own, and the bundle that ends a run, on shutdown or when its
 * chat is deleted, need not be the one that writes it. */

/** A person stopped it. */
export class Stopped extends Error {
  override readonly name: string = "Stopped";
}

/** A person deleted the chat while it was being answered. */
export class Deleted extends Stopped {
  override readonly name = "Deleted";
}

/** The server is going down. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

export const isDeleted = (reason: unknown): boolean => reason instanceof Error && reason.name === "Deleted";
export const isInterrupted = (reason: unknown): boolean =>
  reason instanceof Error && reason.name === "Interrupted";
