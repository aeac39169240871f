import { fileURLToPath } from "node:url";
import { launch } from "./start/launch.mjs";

await launch(fileURLToPath(import.meta.url), "command-line.ts", process.stderr);
