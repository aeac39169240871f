import {
  moveBookVersion,
  restorePrice as restoreRow,
  withdrawPrice as withdrawRow,
} from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { requirePriceWrite } from "./require-price-write";

export interface PriceRef {
  scope: "team" | "instance";
  priceId: string;
}

/** Takes a price that was set or imported out of the book, as if it had never been in it; what calls have cost stays.
 *  `restorePrice` puts it back.
 *  @throws AppError `forbidden`, and `not_found` where there is none to withdraw */
export async function withdrawPrice(context: Context, ref: PriceRef): Promise<void> {
  await change(context, ref, "price.withdrawn", (inner, teamId) =>
    withdrawRow(inner.db, teamId, ref.priceId, new Date()),
  );
}

/** @throws AppError `forbidden`, and `not_found` where none was withdrawn */
export async function restorePrice(context: Context, ref: PriceRef): Promise<void> {
  await change(context, ref, "price.restored", (inner, teamId) => restoreRow(inner.db, teamId, ref.priceId));
}

async function change(
  context: Context,
  { scope, priceId }: PriceRef,
  action: string,
  run: (inner: Context, teamId: string) => Promise<boolean>,
): Promise<void> {
  requirePriceWrite(context.actor, scope);
  const teamId = scope === "instance" ? INSTANCE_TEAM_ID : context.actor.teamId;
  await transact(context, async (inner) => {
    if (!(await run(inner, teamId))) throw new AppError("not_found");
    await moveBookVersion(inner.db, teamId);
    await recordAudit(inner, { teamId, action, target: priceId });
  });
}
