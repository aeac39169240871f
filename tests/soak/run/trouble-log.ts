/** What happened in a scenario, in order, for whoever has to understand a failure. */
export class TroubleLog {
  readonly lines: string[] = [];
  readonly #since = performance.now();

  note(line: string): void {
    this.lines.push(`${((performance.now() - this.#since) / 1000).toFixed(2)} s  ${line}`);
  }
}
