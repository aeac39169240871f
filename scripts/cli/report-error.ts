import { CommanderError } from "commander";
import { AppError, toErrorData } from "@/lib/errors";
import { errorMessage } from "@/lib/i18n/error-message";
import { EXIT_FAILED, EXIT_OK, EXIT_USAGE } from "./exit-code";
import { Failure } from "./failure";
import { note } from "./output";
import { systemLocale } from "./system-locale";
import { UsageError } from "./usage-error";

/** Says on standard error what went wrong. @returns the exit code. */
export function reportError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
  const isUsage = error instanceof UsageError || isWrongValue(error);
  note(`error: ${describe(error)}`);
  return isUsage ? EXIT_USAGE : EXIT_FAILED;
}

function describe(error: unknown): string {
  if (error instanceof UsageError || error instanceof Failure) return error.message;
  if (isWrongValue(error))
    return `${flagOf(String(error.params.field))} is not right: ${error.params.problem}`;
  const message = errorMessage(toErrorData(error), systemLocale());
  // The message of an unexpected error may hold a prompt or a key; its place does not.
  return error instanceof AppError ? message : `${message}\n${placeOf(error)}`;
}

/** Input that a use case refused, and that a flag gave. */
function isWrongValue(error: unknown): error is AppError {
  return error instanceof AppError && error.code === "invalid_input" && Boolean(error.params.field);
}

/** `baseUrl` is what `--base-url` gave. */
function flagOf(field: string): string {
  return `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error ? ` (${String(error.code)})` : "";
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return [`${error.name}${code}`, ...frames.slice(0, 6)].join("\n");
}
