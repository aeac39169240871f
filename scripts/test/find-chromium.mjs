import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Chromium without a window, as Debian packages it: the same pages for two thirds of the work. */
const SHELL = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const LAUNCH_LIMIT_MS = 90_000;
const MARK = "wye-is-ready";

/** What tests start a browser with: no sandbox (there is none in a container), and nothing that calls home. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A Chromium that starts on this machine: one on the path, or the one that Playwright downloaded.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  return (await findHeadlessShell()) ?? firstThatStarts([...onPath(NAMES), await playwrightsOwn()]);
}

/** @returns {Promise<string | null>} */
export async function findHeadlessShell() {
  return firstThatStarts(onPath([SHELL]));
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** @param {readonly string[]} candidates */
async function firstThatStarts(candidates) {
  for (const candidate of candidates.filter(isProgram)) {
    if (await starts(candidate)) return candidate;
  }
  return null;
}

/** Imported when asked for: on a fresh machine nothing is installed when this file is read. */
async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Only a page that was rendered proves it: a download lacks its libraries, and some packages are empty shells.
 * @param {string} program
 */
export async function starts(program) {
  const profile = await mkdtemp(path.join(tmpdir(), "wye-chromium-"));
  const page = `data:text/html,<p>${MARK}</p>`;
  const child = spawn(
    program,
    ["--headless", ...CHROMIUM_ARGS, `--user-data-dir=${profile}`, "--dump-dom", page],
    {
      stdio: ["ignore", "pipe", "ignore"],
      timeout: LAUNCH_LIMIT_MS,
      killSignal: "SIGKILL",
    },
  );
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  await new Promise((resolve) => {
    child.once("error", resolve);
    child.once("close", resolve);
  });
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return output.includes(`<p>${MARK}</p>`);
}
