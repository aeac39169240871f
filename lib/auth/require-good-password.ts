import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { AppError } from "@/lib/errors";

/** A thousand million guesses: at the price of one guess against scrypt, years of a machine for one person. */
const LEAST_GUESSES_LOG10 = 9;
/** The estimate's time grows with the square of the length, and by here it knows. */
const MOST_JUDGED = 64;

const SLOT = Symbol.for("wye.zxcvbn");
const holder = globalThis as { [SLOT]?: ZxcvbnFactory };

/** Two megabytes of passwords that are known from leaks, one for the process. */
function judge(): ZxcvbnFactory {
  holder[SLOT] ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: MOST_JUDGED });
  return holder[SLOT];
}

/** Refuses a password that is known from leaks or easy to guess, also by who knows the person. Asks nobody: the list
 *  comes with the server.
 *  @param about what is known of them: e-mail, name, team
 *  @throws AppError `weak_password` */
export function requireGoodPassword(password: string, about: readonly string[]): void {
  const known = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  const inputs = ["wye", ...known].filter((text) => text.length > 1).map((text) => text.toLowerCase());
  const { guessesLog10 } = judge().check(password.slice(0, MOST_JUDGED), inputs);
  if (guessesLog10 < LEAST_GUESSES_LOG10) throw new AppError("weak_password", { field: "password" });
}
