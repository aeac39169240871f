import type { Db } from "@/db/client";
import { AppError } from "@/lib/errors";
import { owesConfirmation } from "./owes-confirmation";

/** Before an account is given a further way in, or asks for more than it did: else whoever made it with somebody else's
 *  address would stay in it, or keep its owner out.
 *  @throws AppError `address_unconfirmed` */
export async function requireOwnAddress(db: Db, personId: string): Promise<void> {
  if (await owesConfirmation(db, personId)) throw new AppError("address_unconfirmed");
}
