import { create } from "qrcode";
import { findPerson } from "@/db/queries/people";
import { offerSecondFactor } from "@/db/queries/second-factors";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireOwnAddress } from "../require-own-address";
import { sealFactor } from "./factor-secret";
import { makeTotpSecret, totpUri } from "./totp";

export interface OfferedFactor {
  /** For typing, in base32. */
  secret: string;
  /** The dark modules of the QR code as an SVG path, of `size` units each way. */
  qr: { path: string; size: number };
}

/** A new secret for the app of who asks. Nothing asks for its codes until one has confirmed it.
 *  @throws AppError `conflict` for who has one already; `address_unconfirmed` */
export async function beginFactor({ db, actor }: Context): Promise<OfferedFactor> {
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { personId } = actor;
  const person = await findPerson(db, personId);
  if (person === null) throw new AppError("not_found");
  await requireOwnAddress(db, personId);
  const secret = makeTotpSecret();
  if (!(await offerSecondFactor(db, personId, sealFactor(secret, personId)))) throw new AppError("conflict");
  return { secret, qr: drawQr(totpUri(secret, person.email)) };
}

function drawQr(text: string): OfferedFactor["qr"] {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const cells = Array.from({ length: size * size }, (_, at) => [Math.floor(at / size), at % size] as const);
  const dark = cells.filter(([row, column]) => modules.get(row, column) === 1);
  return { path: dark.map(([row, column]) => `M${column} ${row}h1v1h-1z`).join(""), size };
}
