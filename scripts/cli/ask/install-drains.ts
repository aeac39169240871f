type Drain = () => Promise<void>;

/** What the server's start script gives the application, given by the command: work in the background, such as a
 *  title being written, ends and is accounted for when the process is told to go. @returns how to end it. */
export function installDrains(): Drain {
  const drains: Drain[] = [];
  const hook = { register: (drain: Drain) => drains.push(drain) };
  Object.assign(globalThis, { [Symbol.for("wye.shutdown")]: hook });
  return async () => {
    await Promise.allSettled(drains.map((drain) => drain()));
  };
}
