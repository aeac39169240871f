/** Cuts what comes over the wire into the data of server-sent events, however it was cut on the way. */
export class EventData {
  #rest = "";

  /** @returns the data of the events that are whole now */
  take(text: string): string[] {
    const events = (this.#rest + text).split("\n\n");
    this.#rest = events.pop() ?? "";
    return events.flatMap((event) => {
      const lines = event.split("\n").filter((line) => line.startsWith("data:"));
      return lines.length === 0
        ? []
        : [lines.map((line) => line.slice("data:".length).trimStart()).join("\n")];
    });
  }
}
