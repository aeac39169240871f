import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

export interface SilentServer {
  /** `http://localhost:PORT/v1`. */
  baseUrl: string;
  /** When the first connection has come. */
  asked: Promise<void>;
  /** How many came. */
  connections(): number;
  /** Ends those that are open, without an answer. */
  hangUp(): void;
  close(): Promise<void>;
}

/** A port that accepts whoever comes and never says a word, as a machine that sleeps does. */
export async function startSilentServer(): Promise<SilentServer> {
  const sockets: Socket[] = [];
  const first = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    sockets.push(socket);
    first.resolve();
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    baseUrl: `http://localhost:${(server.address() as AddressInfo).port}/v1`,
    asked: first.promise,
    connections: () => sockets.length,
    hangUp,
    close: async () => {
      hangUp();
      server.close();
      await once(server, "close");
    },
  };
}
