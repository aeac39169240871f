import type { LookupAddress } from "node:dns";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { guardedFetch } from "./guarded-fetch";
import { publicLookup } from "./public-lookup";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, "localhost");
  await once(server, "listening");
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return { server, host, url: `http://${host}/` };
}

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error("expected a failure");
    },
    (error: unknown) => error,
  );

describe("guardedFetch guards", () => {
  it.each([
    "http://localhost:9/",
    "http://127.0.0.1:9/",
    "http://127.1:9/",
    "http://0x7f000001:9/",
    "http://2130706433:9/",
    "http://[::1]:9/",
    "http://[::ffff:127.0.0.1]:9/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "https://192.168.0.1/",
  ])("against %s", async (url) => {
    expect(await caught(guardedFetch({ allowedHosts: ["localhost:1"] })(url))).toMatchObject({
      code: "private_address",
    });
  });

  it("unless the host, or the host at that port, was allowed", async () => {
    const { host, url } = await serve((_request, response) => response.end("hello"));
    for (const allowed of [host, "localhost", host.toUpperCase()]) {
      expect(await (await guardedFetch({ allowedHosts: [allowed] })(url)).text()).toBe("hello");
    }
    expect(await caught(guardedFetch({ allowedHosts: ["localhost:1"] })(url))).toBeInstanceOf(AppError);
  });

  it("even where another caller has a connection to that host open", async () => {
    const { host, url } = await serve((_request, response) => response.end("hello"));
    await (await guardedFetch({ allowedHosts: [host] })(url)).text();
    expect(await caught(guardedFetch({ allowedHosts: [] })(url))).toMatchObject({ code: "private_address" });
  });

  it("does not follow a redirect", async () => {
    const { host, url } = await serve((_request, response) => {
      response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
    });
    expect((await guardedFetch({ allowedHosts: [host] })(url)).status).toBe(302);
  });

  it.each(["file:///etc/passwd", "ftp://example.com/"])("refuses %s", async (url) => {
    expect(await caught(guardedFetch({ allowedHosts: [] })(url))).toBeInstanceOf(TypeError);
  });
});

describe("publicLookup", () => {
  const look = (answers: LookupAddress[][], all: boolean) => {
    const lookup = publicLookup((_host, _options, callback) => callback(null, answers.shift() ?? []));
    return () =>
      new Promise((resolve) => {
        lookup("rebind.example", { all }, (error, address, family) => resolve(error ?? [address, family]));
      });
  };
  const open: LookupAddress = { address: "93.184.216.34", family: 4 };
  const inside: LookupAddress = { address: "10.0.0.1", family: 4 };

  it("gives a socket the very address it checked, and refuses when the name turns inward", async () => {
    const next = look([[open], [inside]], false);
    expect(await next()).toEqual(["93.184.216.34", 4]);
    expect(await next()).toMatchObject({ code: "private_address" });
  });

  it("trusts a name with public and private addresses with neither", async () => {
    expect(await look([[open, inside]], true)()).toMatchObject({ code: "private_address" });
    expect(await look([[open]], true)()).toEqual([[open], undefined]);
    expect(await look([[]], true)()).toMatchObject({ code: "ENOTFOUND" });
  });
});

describe("guardedFetch transports", () => {
  it("a request and its answer, headers and bytes, as fetch does", async () => {
    const body = "x".repeat(3_000_000);
    const { host, url } = await serve((request, response) => {
      response.writeHead(201, { "x-seen": `${request.method} ${request.headers["x-a"]}` });
      request.pipe(response);
    });
    const response = await guardedFetch({ allowedHosts: [host] })(url, {
      method: "POST",
      headers: { "x-a": "1" },
      body,
    });
    expect([response.status, response.headers.get("x-seen")]).toEqual([201, "POST 1"]);
    expect((await response.text()) === body).toBe(true);
  });

  it("over one connection, kept alive", async () => {
    const { server, host, url } = await serve((_request, response) => response.end("ok"));
    let connections = 0;
    server.on("connection", () => connections++);
    const fetch = guardedFetch({ allowedHosts: [host] });
    for (let index = 0; index < 3; index++) await (await fetch(url)).text();
    expect(connections).toBe(1);
  });

  it("an abort before the headers and in mid-body, which the server sees", async () => {
    let closed = 0;
    const { host, url } = await serve((request, response) => {
      response.on("close", () => closed++);
      if (request.url === "/body") response.write("part");
    });
    const fetch = guardedFetch({ allowedHosts: [host] });
    const before = new AbortController();
    const headers = fetch(url, { signal: before.signal });
    setTimeout(() => before.abort(), 20);
    expect(await caught(headers)).toMatchObject({ name: "AbortError" });
    const during = new AbortController();
    const response = await fetch(`${url}body`, { signal: during.signal });
    const text = response.text();
    during.abort(new DOMException("enough", "TimeoutError"));
    expect(await caught(text)).toMatchObject({ name: "TimeoutError" });
    await expect.poll(() => closed).toBe(2);
    expect(await caught(fetch(url, { signal: AbortSignal.abort() }))).toMatchObject({ name: "AbortError" });
  });

  it("a reader that gives up, which the server sees", async () => {
    let isClosed = false;
    const { host, url } = await serve((_request, response) => {
      response.on("close", () => {
        isClosed = true;
      });
      response.write("part");
    });
    const response = await guardedFetch({ allowedHosts: [host] })(url);
    await response.body?.cancel();
    await expect.poll(() => isClosed).toBe(true);
  });

  it("silence before the headers and within the body as a timeout", async () => {
    const { host, url } = await serve((request, response) => {
      if (request.url === "/body") response.write("part");
    });
    const fetch = guardedFetch({ allowedHosts: [host], firstByteTimeoutMs: 50, idleTimeoutMs: 50 });
    expect(await caught(fetch(url))).toMatchObject({ cause: { code: "UND_ERR_HEADERS_TIMEOUT" } });
    const body = (await fetch(`${url}body`)).text();
    expect(await caught(body)).toMatchObject({
      message: "terminated",
      cause: { code: "UND_ERR_BODY_TIMEOUT" },
    });
  });

  it("a cut in mid-body as one", async () => {
    const { host, url } = await serve((_request, response) => {
      response.write("part");
      setTimeout(() => response.destroy(), 20);
    });
    const body = (await guardedFetch({ allowedHosts: [host] })(url)).text();
    expect(await caught(body)).toMatchObject({ message: "terminated", cause: { code: "ECONNRESET" } });
  });
});
