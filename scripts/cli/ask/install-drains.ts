type Drain = () => Promise<void>;

/** What the server's start script gives the application, given by the command: work in the background, such as a
 *  title being written, ends and is accounted for when the process is told to go; what registers later ends at once.
 *  @returns how to end it. */
export function installDrains(): Drain {
  const drains: Drain[] = [];
  let hasBegun = false;
  const register = (drain: Drain) => {
    drains.push(drain);
    if (hasBegun) void drain();
  };
  Object.assign(globalThis, { [Symbol.for("wye.shutdown")]: { register } });
  return async () => {
    hasBegun = true;
    await Promise.allSettled(drains.map((drain) => drain()));
  };
}
