import { vendorById } from "./registry";

/** Whether there is a vendor of this id. */
export function isVendor(id: string): boolean {
  return vendorById(id) !== null;
}
