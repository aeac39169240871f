import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Binaries, binariesIn, findBinaries } from "@/db/embedded/find-binaries";
import { reachableBinaries } from "@/db/embedded/reachable-binaries";
import type { RunAs } from "@/db/embedded/run-as";

const isRoot = process.getuid?.() === 0;
const user = { uid: 64_999, gid: 64_999 };
const as: RunAs = {
  command: (file, args) => ({ file, args: [...args] }),
  user,
  give: () => undefined,
};

const runs = ({ postgres }: Binaries) =>
  spawnSync(postgres, ["--version"], { cwd: "/", ...user }).status === 0;

describe.runIf(isRoot)("as root where there are no user namespaces", () => {
  let root: string;
  let closed: string;
  let binaries: Binaries;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "wye-reach-"));
    chmodSync(root, 0o755);
    closed = join(root, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const { native } = findBinaries();
    cpSync(native, join(closed, "native"), { recursive: true, verbatimSymlinks: true });
    cpSync(join(dirname(native), "package.json"), join(closed, "package.json"));
    binaries = binariesIn(join(closed, "native"));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it("copies programs that the service user cannot reach to where it can, once", () => {
    const dataDir = join(root, "data");
    mkdirSync(dataDir, { mode: 0o711 });
    expect(runs(binaries)).toBe(false);
    const copied = reachableBinaries(binaries, as, dataDir);
    expect(runs(copied)).toBe(true);
    expect(reachableBinaries(binaries, as, dataDir)).toEqual(copied);
  });

  it("leaves programs that it can reach where they are", () => {
    chmodSync(closed, 0o711);
    expect(reachableBinaries(binaries, as, root)).toBe(binaries);
    chmodSync(closed, 0o700);
  });

  it("names the folder that keeps it from the data", () => {
    const dataDir = join(closed, "data");
    mkdirSync(dataDir, { mode: 0o711 });
    expect(() => reachableBinaries(binaries, as, dataDir)).toThrow(
      `${closed} is closed to others. Set WYE_DATA_DIR`,
    );
  });
});
