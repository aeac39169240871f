import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface StatementProxy {
  url: string;
  /** The statements that came through since this was asked last, as they were sent, without their parameters. */
  take(): string[];
  close(): Promise<void>;
}

/** A way to a database that writes down each statement that is executed: what a request costs, without a clock. */
export async function startStatementProxy(databaseUrl: string): Promise<StatementProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements: string[] = [];
  const server = createServer((incoming) => {
    const outgoing = connect(Number(target.port), target.hostname);
    const read = statementReader((statement) => statements.push(statement));
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    incoming.on("data", read);
    incoming.pipe(outgoing).pipe(incoming);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    take() {
      const taken = statements;
      statements = [];
      return taken;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;

/** Reads what a client says in PostgreSQL's protocol: a parsed statement is named once and then bound by its name. */
function statementReader(say: (statement: string) => void): (chunk: Buffer) => void {
  const named = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message has no type.
      const head = isStarted ? TYPE_BYTES : 0;
      if (rest.length < head + LENGTH_BYTES) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      if (isStarted) readMessage(String.fromCharCode(rest[0] ?? 0), rest.subarray(head + LENGTH_BYTES, end));
      isStarted = true;
      rest = rest.subarray(end);
    }
  };

  function readMessage(type: string, body: Buffer): void {
    if (type === "Q") say(textsOf(body, 1)[0] ?? "");
    const [first = "", second = ""] = type === "P" || type === "B" ? textsOf(body, 2) : [];
    if (type === "P") named.set(first, second);
    if (type === "B") say(named.get(second) ?? `unknown statement ${second}`);
  }
}

function textsOf(body: Buffer, count: number): string[] {
  const texts: string[] = [];
  for (let start = 0; texts.length < count; ) {
    const end = body.indexOf(0, start);
    if (end < 0) break;
    texts.push(body.toString("utf8", start, end));
    start = end + 1;
  }
  return texts;
}
