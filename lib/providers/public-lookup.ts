import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { AppError } from "@/lib/errors";
import { isPrivateAddress } from "./private-address";

export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A lookup for sockets that gives out public addresses only. The socket connects to what is returned here, so
 *  there is no second resolution to lie to. A name with any private address fails entirely: one that mixes
 *  both is trusted with neither. The error it fails with is AppError `private_address`. */
export function publicLookup(resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(error ?? notFound(hostname), "", 0);
      if (addresses.some(({ address }) => isPrivateAddress(address))) {
        return callback(new AppError("private_address", { host: hostname }), "", 0);
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address for ${hostname}`), { code: "ENOTFOUND" });
}
