import { afterEach, expect, it } from "vitest";
import { onShutdown } from "@/lib/on-shutdown";
import { installDrains } from "./install-drains";

afterEach(() => Reflect.deleteProperty(globalThis, Symbol.for("wye.shutdown")));

const refuse = (error: unknown) => {
  throw error;
};

it("ends what was registered, once, however often the end begins", async () => {
  const drain = installDrains(refuse);
  let ended = 0;
  onShutdown(async () => {
    ended += 1;
  });
  expect(ended).toBe(0);
  await Promise.all([drain(), drain()]);
  expect(ended).toBe(1);
});

it("ends what registers after the end has begun, with what was put in place right after", async () => {
  const drain = installDrains(refuse);
  const work = new Set<string>();
  const late = () => {
    onShutdown(async () => work.clear());
    work.add("begun too late");
  };
  onShutdown(async () => late());
  await drain();
  expect(work.size).toBe(0);
  late();
  await drain();
  expect(work.size).toBe(0);
});

it("waits for all of them, though one fails, and says that it did", async () => {
  const failures: unknown[] = [];
  const drain = installDrains((error) => failures.push(error));
  const { promise, resolve } = Promise.withResolvers<void>();
  let done = false;
  onShutdown(() => Promise.reject(new Error("one")));
  onShutdown(() => promise);
  const all = drain().then(() => {
    done = true;
  });
  await new Promise((next) => setImmediate(next));
  expect(done).toBe(false);
  resolve();
  await all;
  expect(failures).toEqual([new Error("one")]);
});
