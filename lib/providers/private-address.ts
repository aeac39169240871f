import { BlockList, isIP } from "node:net";

/** Everything that is not the public internet: this machine, private networks, link-local (cloud metadata
 *  included), carrier-grade NAT, documentation, benchmarking, multicast and reserved ranges. */
const RANGES: readonly [network: string, prefix: number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const blocked = new BlockList();
for (const [network, prefix] of RANGES) {
  blocked.addSubnet(network, prefix, network.includes(":") ? "ipv6" : "ipv4");
}

/** Whether an IP address is not on the public internet. IPv4 written as IPv6 counts as the IPv4 address.
 *  Anything that is no IP address counts as private, so that a mistake refuses rather than allows. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.split("%")[0] ?? address;
  const family = isIP(bare);
  if (family === 0) return true;
  return blocked.check(bare, family === 6 ? "ipv6" : "ipv4");
}
