import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSocketServer, type Server as SocketServer } from "node:net";

export interface Listener {
  http: Server;
  /** Takes no more connections, and resolves when those there are have ended. */
  close(): Promise<void>;
}

/** A proxy in front usually keeps idle connections for 60 s; the one to give up first must not be us. */
const KEEP_ALIVE_MS = 75_000;

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const where = `${host}:${port}`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use by another program. Stop it, or choose another with PORT, for example PORT=${port + 1} npm start.`,
    EACCES: `This user may not listen on port ${port}. Choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `HOST=${host} is not an address of this machine.`,
    ENOTFOUND: `HOST=${host} is not a name that this machine knows.`,
  };
  return new Error(reasons[error.code ?? ""] ?? `Cannot listen on ${where}: ${error.message}`, {
    cause: error,
  });
}

function open(server: SocketServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, host, port)));
    server.listen({ host, port }, () => resolve());
  });
}

function close(server: SocketServer): Promise<void> {
  return new Promise((resolve) => {
    if (server.listening) server.close(() => resolve());
    else resolve();
  });
}

/** "localhost" is two addresses, and which of them a client tries first is its own affair. A machine without IPv6
 *  lacks the second. */
async function openSecondLoopback(http: Server, port: number): Promise<SocketServer> {
  const second = createSocketServer((socket) => http.emit("connection", socket));
  try {
    await open(second, "::1", port);
  } catch (error) {
    const code =
      error instanceof Error && error.cause instanceof Error && "code" in error.cause && error.cause.code;
    if (code === "EADDRINUSE") throw error;
  }
  return second;
}

/** Listens on `host`, or on this machine's own two addresses when it is not given.
 *  @throws a sentence for the person who starts Wye. */
export async function listen(
  host: string | undefined,
  port: number,
  onRequest: RequestListener,
): Promise<Listener> {
  const http = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: KEEP_ALIVE_MS + 5_000 },
    onRequest,
  );
  const isLoopback = host === undefined || host === "localhost";
  await open(http, isLoopback ? "127.0.0.1" : host, port);
  try {
    const second = isLoopback ? await openSecondLoopback(http, port) : null;
    return {
      http,
      close: async () => {
        await Promise.all([close(http), second ? close(second) : null]);
      },
    };
  } catch (error) {
    await close(http);
    throw error;
  }
}
