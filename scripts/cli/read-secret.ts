import { text } from "node:stream/consumers";

/** A flag's value, or, for `-`, what stands on standard input: arguments are there for every user of the machine
 *  to see. */
export async function readSecret(value: string): Promise<string> {
  return value === "-" ? (await text(process.stdin)).replace(/\r?\n$/, "") : value;
}
