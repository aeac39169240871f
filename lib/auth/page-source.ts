import { cookies, headers } from "next/headers";
import { CLIENT_ADDRESS_HEADER } from "./client-address-header";
import { DEVICE_COOKIE } from "./known-device";

/** Where a page's request comes from, for limits. */
export async function pageSource(): Promise<{ address: string; device: string | undefined }> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return { address: head.get(CLIENT_ADDRESS_HEADER) ?? "", device: jar.get(DEVICE_COOKIE)?.value };
}
