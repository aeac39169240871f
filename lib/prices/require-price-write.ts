import type { Actor } from "@/lib/permissions/actor";
import { requireInstancePermission, requirePermission } from "@/lib/permissions/require-permission";

/** @throws AppError `forbidden` */
export function requirePriceWrite(actor: Actor, scope: "team" | "instance"): void {
  if (scope === "instance") requireInstancePermission(actor, "instance:price");
  else requirePermission(actor, "price:write");
}
