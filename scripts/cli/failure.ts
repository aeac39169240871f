/** What was asked for cannot be done; the message is for the person who asked. */
export class Failure extends Error {
  override readonly name = "Failure";
}
