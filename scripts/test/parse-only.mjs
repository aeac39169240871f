/**
 * The steps that `--only a,b` names, in their own order; all of them without it.
 * @template {{ name: string, group: string }} Step
 * @param {readonly string[]} args
 * @param {readonly Step[]} steps
 * @returns {{ steps: Step[] } | { problem: string }}
 */
export function parseOnly(args, steps) {
  if (args.length === 0) return { steps: [...steps] };
  const names = [...new Set(steps.flatMap((step) => [step.name, step.group]))];
  const usage = `Usage: npm test [-- --only NAME,NAME]   with NAME one of ${names.join(", ")}`;
  const value = args[0]?.startsWith("--only=") ? args[0].slice("--only=".length) : args[1];
  const isOnly =
    (args[0] === "--only" && args.length === 2) || (args[0]?.startsWith("--only=") && args.length === 1);
  if (!isOnly || !value) return { problem: usage };
  const wanted = value.split(",");
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) return { problem: `No such step: ${unknown.join(", ")}\n${usage}` };
  return { steps: steps.filter((step) => wanted.includes(step.name) || wanted.includes(step.group)) };
}
