import { constants } from "node:os";
import { note } from "./output";
import { makeProgram } from "./program";
import { reportError } from "./report-error";

/** Who reads us has gone: nobody is left to tell. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") note(`error: ${error.message}`);
  if (process.listenerCount("SIGPIPE") > 0) process.emit("SIGPIPE");
  else process.exit(128 + constants.signals.SIGPIPE);
});

async function run(args: readonly string[]): Promise<number> {
  try {
    const program = await makeProgram(args);
    await program.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return reportError(error);
  }
}

process.exit(await run(process.argv.slice(2)));
