import { BlockList, isIP } from "node:net";

/** Whether an address is one of these, or in one of these networks. IPv4 that arrives on an IPv6 socket is IPv4. */
export function isFrom(address: string, networks: readonly string[]): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  if (isIP(plain) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits] = network.split("/");
    const family = familyOf(base);
    if (bits === undefined) list.addAddress(base, family);
    else list.addSubnet(base, Number(bits), family);
  }
  return list.check(plain, familyOf(plain));
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
