import { parseArgs } from "node:util";
import { startUpstream } from "./start-upstream.ts";

/** `node tests/support/upstream/main.ts --port N [--models a,b]`: the upstream as a process of its own. Prints
 *  its address as JSON once it listens; SIGINT and SIGTERM end it. */
const { values } = parseArgs({
  options: { port: { type: "string", default: "0" }, models: { type: "string" } },
});
const upstream = await startUpstream({
  port: Number(values.port),
  ...(values.models === undefined ? {} : { models: values.models.split(",") }),
});
console.log(JSON.stringify({ url: upstream.url }));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void upstream.close();
  });
}
