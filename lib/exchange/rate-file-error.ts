/** What can be wrong with a file as a whole, or with one line of it. */
export type RateFileProblem = "columns" | "short" | "notEcb" | "noXml" | "noDate" | "empty";

/** A file of exchange rates that cannot be read; the message is for who reads English, the rest for a translation. */
export class RateFileError extends RangeError {
  override readonly name = "RateFileError";
  readonly reason: RateFileProblem;
  /** From 1 on; null: the file as a whole. */
  readonly line: number | null;

  constructor(reason: RateFileProblem, line: number | null, message: string, options: ErrorOptions = {}) {
    super(line === null ? message : `line ${line}: ${message}`, options);
    this.reason = reason;
    this.line = line;
  }
}
