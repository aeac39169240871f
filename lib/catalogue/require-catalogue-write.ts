import type { Actor } from "@/lib/permissions/actor";
import { requireInstancePermission, requirePermission } from "@/lib/permissions/require-permission";

/** @throws AppError `forbidden` */
export function requireCatalogueWrite(actor: Actor, scope: "team" | "instance"): void {
  if (scope === "instance") requireInstancePermission(actor, "instance:catalogue");
  else requirePermission(actor, "catalogue:write");
}
