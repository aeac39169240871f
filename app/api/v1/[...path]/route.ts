import { AppError } from "@/lib/errors";
import { route } from "@/lib/http/route";

/** A program is told in JSON that there is nothing at an address, not with a page. */
const nothing = async () => {
  throw new AppError("not_found");
};

export const GET = route({ auth: "api-key", scope: "models" }, nothing);
export const POST = route({ auth: "api-key", scope: "models" }, nothing);
export const PUT = route({ auth: "api-key", scope: "models" }, nothing);
export const PATCH = route({ auth: "api-key", scope: "models" }, nothing);
export const DELETE = route({ auth: "api-key", scope: "models" }, nothing);
