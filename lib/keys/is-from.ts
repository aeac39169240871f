import { BlockList, isIP } from "node:net";

/** Whether an address is one of these, or in one of these networks. IPv4 that arrives on an IPv6 socket is IPv4. */
export function isFrom(address: string, networks: readonly string[]): boolean {
  const plain = whole(address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, ""));
  if (isIP(plain) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits] = network.split("/");
    const family = familyOf(base);
    if (family === "ipv6") list.addSubnet(base, Math.min(Number(bits ?? 128), KNOWN_BITS), family);
    else if (bits === undefined) list.addAddress(base, family);
    else list.addSubnet(base, Number(bits), family);
  }
  return list.check(plain, familyOf(plain));
}

/** Of an IPv6 address the server knows the network alone, four groups. */
const KNOWN_BITS = 64;
const whole = (address: string) =>
  /^[0-9a-f]{1,4}(:[0-9a-f]{1,4}){3}$/i.test(address) ? `${address}::` : address;

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
