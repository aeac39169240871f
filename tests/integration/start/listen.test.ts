import { once } from "node:events";
import { get } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, it } from "vitest";
import { type Listener, listen } from "@/scripts/start/listen";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function statusAt(host: string, port: number): Promise<number | undefined> {
  const [response] = await once(get({ host, port, agent: false }), "response");
  response.resume();
  return response.statusCode;
}

async function withListener(
  host: string | undefined,
  use: (port: number, listener: Listener) => Promise<void>,
) {
  const port = await freePort();
  const listener = await listen(host, port, (_request, response) => response.writeHead(204).end());
  try {
    await use(port, listener);
  } finally {
    listener.http.closeAllConnections();
    await listener.close();
  }
}

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === "::1");

it("answers on every address that localhost may mean", async () => {
  await withListener(undefined, async (port) => {
    expect(await statusAt("127.0.0.1", port)).toBe(204);
    if (hasIpv6) expect(await statusAt("::1", port)).toBe(204);
  });
});

it("says which port is busy, and what to do", async () => {
  await withListener(undefined, async (port) => {
    await expect(listen(undefined, port, () => undefined)).rejects.toThrow(
      `Port ${port} is in use by another program. Stop it, or choose another with PORT`,
    );
  });
});

it("says that HOST is not this machine's", async () => {
  await expect(listen("192.0.2.1", await freePort(), () => undefined)).rejects.toThrow(
    "HOST=192.0.2.1 is not an address of this machine.",
  );
});

it("frees the port when it closes", async () => {
  let used = 0;
  await withListener(undefined, async (port) => {
    used = port;
  });
  const again = await listen(undefined, used, () => undefined);
  await again.close();
});
