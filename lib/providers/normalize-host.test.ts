import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardedFetch } from "./guarded-fetch";
import { normalizeHost } from "./normalize-host";

describe("normalizeHost", () => {
  it.each([
    ["10.0.0.5:80", "10.0.0.5:80"],
    ["10.0.0.5:443", "10.0.0.5:443"],
    ["https://10.0.0.5:443", "10.0.0.5:443"],
    ["http://10.0.0.5", "10.0.0.5:80"],
    ["https://Models.Example.com/v1", "models.example.com:443"],
    ["[FD00::1]:80", "[fd00::1]:80"],
    [" LocalHost ", "localhost"],
    ["10.0.0.5/v1", "10.0.0.5"],
    ["[fd00::1]", "[fd00::1]"],
  ])("%s is %s", (text, host) => {
    expect(normalizeHost(text)).toBe(host);
  });

  it("keeps every port that is named", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65535 }), (port) => {
        expect(normalizeHost(`10.0.0.5:${port}`)).toBe(`10.0.0.5:${port}`);
      }),
    );
  });

  it.each(["", "10.0.0.5:99999", "ftp://10.0.0.5", "a b", "fd00::1"])("refuses %j", (text) => {
    expect(() => normalizeHost(text)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });

  it("opens the port that was named, and not its neighbours", async () => {
    const server = createServer((_request, response) => response.end("reached"));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fetchFor = (host: string) => guardedFetch({ allowedHosts: [normalizeHost(host)] });
    expect(await (await fetchFor(address)(`http://${address}/`)).text()).toBe("reached");
    await expect(fetchFor("127.0.0.1:80")(`http://${address}/`)).rejects.toMatchObject({
      code: "private_address",
    });
    server.closeAllConnections();
    server.close();
  });
});
