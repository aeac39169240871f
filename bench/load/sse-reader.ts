/** Cuts a server-sent event stream into the payloads of its `data:` lines, wherever the network cut it. */
export class SseReader {
  #rest = "";

  push(text: string): string[] {
    const pieces = (this.#rest + text).split("\n\n");
    this.#rest = pieces.pop() ?? "";
    return pieces.flatMap((piece) =>
      piece.split("\n").flatMap((line) => (line.startsWith("data: ") ? [line.slice("data: ".length)] : [])),
    );
  }
}
