import { styleText } from "node:util";
import type { Command } from "commander";
import type { Finding } from "../doctor/finding";
import { EXIT_FAILED } from "../exit-code";
import { print, printJson } from "../output";

const MARKS = { ok: ["green", "✓"], note: ["dim", "·"], wrong: ["red", "✗"] } as const;

export function addDoctor(doctor: Command): void {
  doctor.option("--json", "one JSON value").action(async ({ json }: { json?: boolean }) => {
    const { diagnose } = await import("../doctor/diagnose");
    const findings = await diagnose(new Date());
    const isWell = findings.every(({ state }) => state !== "wrong");
    if (json) printJson({ ok: isWell, checks: findings });
    else print([...findings.map(describe), "", verdict(findings)].join("\n"));
    if (!isWell) process.exitCode = EXIT_FAILED;
  });
}

function describe({ check, state, detail, mend }: Finding): string {
  const [colour, mark] = MARKS[state];
  const line = `${styleText(colour, mark, { stream: process.stdout })} ${check}: ${detail}`;
  return mend === null ? line : `${line}\n    ${mend}`;
}

function verdict(findings: readonly Finding[]): string {
  const count = findings.filter(({ state }) => state === "wrong").length;
  if (count === 0) return "Nothing is wrong.";
  return count === 1 ? "One thing is wrong." : `${count} things are wrong.`;
}
