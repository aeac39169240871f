import { spawn } from "node:child_process";
import { once } from "node:events";
import { FLOORS, NEXT } from "../run/paths.ts";

/** Builds bench/floors for production. Always: a build takes seconds, and a stale one would measure something
 *  else. */
export async function buildFloors(): Promise<void> {
  const build = spawn(process.execPath, [NEXT, "build", FLOORS], {
    // Read when a route is loaded; nothing is asked during a build.
    env: {
      ...process.env,
      UPSTREAM_URL: "http://127.0.0.1:9/v1",
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [build.stdout, build.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const [code]: unknown[] = await once(build, "close");
  if (code !== 0) throw new Error(`bench/floors does not build:\n${output.slice(-4000)}`);
}
