import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { text as readStream } from "node:stream/consumers";
import type { ImportFormat } from "@/lib/catalogue/import/imported";
import { PORTKEY_FILES } from "@/lib/catalogue/import/portkey";
import { importCatalogue } from "@/lib/catalogue/import-catalogue";
import { AppError } from "@/lib/errors";
import { EXIT_FAILED } from "../exit-code";
import { Failure } from "../failure";
import type { CommonOptions } from "../leaf";
import { note, print, printJson } from "../output";
import { requireTeam } from "../require-team";
import { UsageError } from "../usage-error";
import { withContext } from "../with-context";

interface ImportOptions extends CommonOptions {
  format: ImportFormat;
  vendor?: string;
  team?: string;
}

/** Imports a file and prints what it took, changed and refused. */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const { format, team, json } = options;
  if (format !== "portkey" && options.vendor !== undefined)
    throw new UsageError(`--vendor: a file of ${format} says of each model whose it is; leave it out.`);
  const text = await readWhole(file);
  const vendor = format === "portkey" ? portkeyVendor(file, options.vendor) : "";
  const report = await withContext(options, async (context) => {
    if (team !== undefined) requireTeam(context);
    const scope = team === undefined ? "instance" : "team";
    return importCatalogue(context, { scope, format, text, vendor }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "invalid_input")
        throw new Failure(`${file} is no file of ${format}: ${error.params.problem}.`);
      throw error;
    });
  });
  if (json) printJson(report);
  else {
    const { models, changed, unchanged, ended, withdrawn, passedOver } = report;
    const prices = [
      `${changed} new or changed`,
      `${unchanged} as before`,
      `${ended} ended`,
      `${withdrawn} announced and withdrawn`,
    ];
    print(`${models} models. Prices: ${prices.join(", ")}.`);
    note(`Passed over, of other vendors or no chat models: ${passedOver}.`);
    for (const { row, why } of report.refused) note(`Refused: ${row}: ${why}.`);
  }
  if (report.models === 0) process.exitCode = EXIT_FAILED;
}

async function readWhole(file: string): Promise<string> {
  if (file === "-") return readStream(process.stdin);
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new Failure(`The file ${file} cannot be read.`);
  }
}

function portkeyVendor(file: string, vendor: string | undefined): string {
  const name = basename(file, ".json");
  const known = vendor ?? (Object.hasOwn(PORTKEY_FILES, name) ? PORTKEY_FILES[name] : undefined);
  if (known !== undefined) return known;
  throw new UsageError("--vendor: the name of the file does not say whose models it has.");
}
