import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

describe("clientAddress", () => {
  it("is the peer when that is a stranger, whatever the request claims", () => {
    fc.assert(
      fc.property(fc.string(), (claim) => {
        expect(clientAddress("8.8.8.8", claim)).toBe("8.8.8.8");
      }),
    );
  });

  it.each(["127.0.0.1", "::1", "::ffff:172.17.0.1", "10.1.2.3"])(
    "is the last that a proxy at %s names, because a client can put others before it",
    (proxy) => {
      expect(clientAddress(proxy, "1.2.3.4, 198.41.0.4")).toBe("198.41.0.4");
      expect(clientAddress(proxy, "198.41.0.4:51234")).toBe("198.41.0.4");
    },
  );

  it("is the neighbour when no proxy speaks, or none that makes sense", () => {
    expect(clientAddress("::ffff:192.168.1.7", undefined)).toBe("192.168.1.7");
    expect(clientAddress("192.168.1.7", "unknown")).toBe("192.168.1.7");
    expect(clientAddress(undefined, "1.2.3.4")).toBe("");
  });

  it("is one for all addresses of an IPv6 network", () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    fc.assert(
      fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), (host) => {
        expect(clientAddress(`2606:4700:0:7:${host.join(":")}`, undefined)).toBe("2606:4700:0:7");
      }),
    );
    expect(clientAddress("2606:4700::1", undefined)).toBe("2606:4700:0:0");
    expect(clientAddress("::1", "[2606:4700:0:8::9]:443")).toBe("2606:4700:0:8");
  });
});
