import { AppError } from "@/lib/errors";

/** Visible characters, as the header's own draft has it. */
const NAME = /^[\x21-\x7e]{1,255}$/;

/** By which a program will know a request again; null: it gave it no name.
 *  @throws AppError `invalid_input` */
export function requestName(headers: Headers): string | null {
  const name = headers.get("idempotency-key");
  if (name === null) return null;
  if (NAME.test(name)) return name;
  throw new AppError("invalid_input", {
    field: "Idempotency-Key",
    problem: "is not 1 to 255 visible ASCII characters",
  });
}
