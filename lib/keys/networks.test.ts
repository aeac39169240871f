import { expect, test } from "vitest";
import { isFrom } from "./is-from";
import { isNetwork } from "./is-network";

test.each([
  ["10.0.0.5", ["10.0.0.0/8"], true],
  ["11.0.0.5", ["10.0.0.0/8", "192.168.1.1"], false],
  ["192.168.1.1", ["10.0.0.0/8", "192.168.1.1"], true],
  ["::ffff:10.1.2.3", ["10.0.0.0/8"], true],
  ["2001:db8::1", ["2001:db8::/32"], true],
  ["2001:db9::1", ["2001:db8::/32"], false],
  ["", ["0.0.0.0/0"], false],
])("%s is from %j: %s", (address, networks, expected) => {
  expect(isFrom(address, networks)).toBe(expected);
});

test.each(["10.0.0.0/33", "10.0.0/8", "example.com", "10.0.0.1/8/8", "::1/129", "10.0.0.1/", ""])(
  "%s is no network",
  (text) => {
    expect(isNetwork(text)).toBe(false);
  },
);
