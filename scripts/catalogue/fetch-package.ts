import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { FactPackage } from "./source-model";

const run = promisify(execFile);
const Packed = z.array(z.object({ filename: z.string() })).length(1);
const Times = z.record(z.string(), z.iso.datetime({ offset: true }));

/** The newest version of a package, fetched with whatever registry npm is set up with and unpacked below `folder`. */
export async function fetchPackage(name: string, folder: string): Promise<FactPackage> {
  const target = join(folder, name.replace(/\W+/g, "-"));
  await mkdir(target, { recursive: true });
  const { stdout } = await run("npm", ["pack", name, "--json", "--pack-destination", target]);
  const [packed] = Packed.parse(JSON.parse(stdout));
  if (!packed) throw new Error(`npm packed nothing for ${name}`);
  await run("tar", ["-xzf", join(target, packed.filename), "-C", target]);
  const unpacked = join(target, "package");
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(unpacked, "package.json"), "utf8")));
  return { name, version, date: await publishedOn(name, version), folder: unpacked };
}

async function publishedOn(name: string, version: string): Promise<string> {
  const { stdout } = await run("npm", ["view", name, "time", "--json"]);
  const at = Times.parse(JSON.parse(stdout))[version];
  if (at === undefined) throw new Error(`${name} ${version} has no date`);
  return at.slice(0, 10);
}
