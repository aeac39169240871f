import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { findChromium, findHeadlessShell, starts } from "./find-chromium.mjs";
import { runCommand } from "./run-command.mjs";

const MINUTE_MS = 60_000;
const APT = { DEBIAN_FRONTEND: "noninteractive" };
const PROVEN = "WYE_CHROMIUM_STARTS";
const FONT = "fonts-noto-cjk";

/**
 * The path of a Chromium that starts: the one WYE_CHROMIUM names, Debian's headless shell (installed where that is
 * possible, since a browser with windows costs the tests half as much again), another that is installed, Playwright's
 * own download, or Debian's chromium.
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<string>}
 */
export async function ensureChromium({ log }) {
  const named = process.env.WYE_CHROMIUM;
  if (!named) return remember(await obtain(log));
  if (named === process.env[PROVEN] || (await starts(named))) return remember(named);
  throw new Error(`WYE_CHROMIUM names ${named}, which does not start as a Chromium`);
}

/**
 * Playwright reads its configuration once more in each worker, which inherits this environment.
 * @param {string} chromium
 */
function remember(chromium) {
  Object.assign(process.env, { WYE_CHROMIUM: chromium, [PROVEN]: chromium });
  return chromium;
}

/** @param {(line: string) => void} log */
async function obtain(log) {
  const shell = (await findHeadlessShell()) ?? (await installHeadlessShell(log));
  const found = shell ?? (await findChromium()) ?? (await download(log)) ?? (await installChromium(log));
  if (found === null) {
    throw new Error(
      "No Chromium starts here, and none could be fetched from Playwright or (as root, on Debian) from the package " +
        "archive. Install chromium or google-chrome, or name one in WYE_CHROMIUM.",
    );
  }
  await ensureChineseFont(log);
  return found;
}

/** @param {(line: string) => void} log */
async function download(log) {
  log("No Chromium found; fetching Playwright's own");
  const command = ["playwright", "install", "chromium", "--no-shell"];
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" };
  const { ok } = await runCommand(command, { live: true, limitMs: 10 * MINUTE_MS, env });
  if (!ok) log("Playwright's download did not work");
  return ok ? findChromium() : null;
}

/** @param {(line: string) => void} log */
async function installHeadlessShell(log) {
  if (!canInstallPackages()) return null;
  log("Installing Debian's chromium-headless-shell package");
  await aptGet(["update"]);
  await aptGet(["install", "-y", "--no-install-recommends", "chromium-headless-shell"]);
  return findHeadlessShell();
}

/**
 * Debian's chromium brings the libraries that Playwright's download needs as well.
 * @param {(line: string) => void} log
 */
async function installChromium(log) {
  if (!canInstallPackages()) return null;
  log("Installing Debian's chromium package");
  await aptGet(["update"]);
  await aptGet(["install", "-y", "--no-install-recommends", "chromium", FONT]);
  return findChromium();
}

/**
 * Chinese text is drawn as empty boxes without one; the tests themselves do not need it, so its lack is only said.
 * @param {(line: string) => void} log
 */
async function ensureChineseFont(log) {
  if (hasChineseFont()) return;
  if (canInstallPackages()) {
    log(`Installing ${FONT}, so that screenshots show Chinese text`);
    await aptGet(["update"]);
    await aptGet(["install", "-y", "--no-install-recommends", FONT]);
  }
  if (!hasChineseFont()) log("No Chinese font found: screenshots will show boxes in its place");
}

/** @param {string[]} args */
function aptGet(args) {
  return runCommand(["apt-get", "-q", ...args], { live: true, limitMs: 10 * MINUTE_MS, env: APT });
}

function canInstallPackages() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const release = readFileSync("/etc/os-release", "utf8");
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

function hasChineseFont() {
  try {
    return execFileSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false;
  }
}
