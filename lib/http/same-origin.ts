import { AppError } from "@/lib/errors";

/** Refuses a state change that another site's page asked for with this person's cookie. Programs send neither
 *  header; browsers always send one with a cross-site POST.
 *  @throws AppError `forbidden` */
export function requireSameOrigin(request: Request, ownOrigin: string): void {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw new AppError("forbidden");
  const origin = request.headers.get("origin");
  if (origin === null || origin === ownOrigin) return;
  if (site === null) throw new AppError("forbidden");
}
