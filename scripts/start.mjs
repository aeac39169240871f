import { fileURLToPath } from "node:url";
import { launch } from "./start/launch.mjs";

await launch(fileURLToPath(import.meta.url), "start.ts", process.stdout);
