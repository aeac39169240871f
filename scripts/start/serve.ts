import type { RequestListener, ServerResponse } from "node:http";
import next from "next";
import { CLIENT_ADDRESS_HEADER } from "../../lib/auth/client-address-header.ts";
import { noteClientAddress } from "./client-address.ts";
import { type Listener, listen } from "./listen.ts";
import type { Progress } from "./progress.mjs";
import { root } from "./root.mjs";
import type { Shutdown } from "./shutdown.ts";

export interface ServeOptions {
  dev: boolean;
  host: string | undefined;
  port: number;
  /** Runs once the port is ours and before the application loads. */
  beforeApp: () => Promise<void>;
  shutdown: Shutdown;
  progress: Progress;
}

export interface Running {
  stop(): Promise<void>;
}

const DRAIN_MS = 5_000;
const CLOSE_APP_MS = 2_000;
const SWEEP_MS = 50;

/** A connection that is kept alive would hold the drain open. */
function endAfterResponse(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

async function drain(listener: Listener, shutdown: Shutdown): Promise<void> {
  const closed = listener.close();
  const sweep = setInterval(() => listener.http.closeIdleConnections(), SWEEP_MS);
  await shutdown.settle(Promise.all([closed, shutdown.runRegistered()]), DRAIN_MS);
  clearInterval(sweep);
  listener.http.closeAllConnections();
}

/** Serves the application in this process. The port is taken first, so that a busy one is told at once; requests
 *  that come before the application is ready wait for it. */
export async function serve({
  dev,
  host,
  port,
  beforeApp,
  shutdown,
  progress,
}: ServeOptions): Promise<Running> {
  const ready = Promise.withResolvers<RequestListener>();
  // Awaited by requests only; a failure to boot is thrown below.
  ready.promise.catch(() => undefined);
  let stopping = false;
  const listener = await listen(host, port, async (request, response) => {
    if (stopping) endAfterResponse(response);
    noteClientAddress(request, CLIENT_ADDRESS_HEADER);
    try {
      (await ready.promise)(request, response);
    } catch {
      response.writeHead(503).end();
    }
  });
  try {
    await beforeApp();
    const app = next({ dev, dir: root, hostname: host ?? "localhost", port, httpServer: listener.http });
    await progress.step("Loading the application", () => app.prepare());
    const handle = app.getRequestHandler();
    ready.resolve((request, response) => void handle(request, response));
    return {
      stop: async () => {
        stopping = true;
        await drain(listener, shutdown);
        await shutdown.settle(app.close(), CLOSE_APP_MS);
      },
    };
  } catch (error) {
    ready.reject(error);
    listener.http.closeAllConnections();
    await listener.close();
    throw error;
  }
}
