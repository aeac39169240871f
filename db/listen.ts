import type postgres from "postgres";
import type { Db } from "./client";

export interface Hearing {
  heard(payload: string): void;
  /** Each time that listening begins: what was said before, or while the connection was lost, was not heard. */
  began(): void;
}

/** Listens to a channel, on one connection more that all channels of the handle share, and again whenever that
 *  breaks. */
export async function listen(db: Db, channel: string, { heard, began }: Hearing): Promise<void> {
  const client = clientOf(db);
  await client.listen(channel, heard, began);
}

function clientOf(db: Db): Pick<postgres.Sql, "listen"> {
  const client: unknown = Reflect.get(db, "$client");
  if (canListen(client)) return client;
  throw new TypeError("only a pool can listen, not a transaction");
}

function canListen(client: unknown): client is Pick<postgres.Sql, "listen"> {
  return typeof client === "function" && "listen" in client;
}
