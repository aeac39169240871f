import { Interrupted, Stopped } from "@/lib/completion/stop-reason";
import { log } from "@/lib/log";
import { installDrains } from "../../install-drains";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE"] as const;
type Signal = (typeof SIGNALS)[number];
type Stop = (reason: Stopped | Interrupted) => void;

export interface Signals {
  /** Runs on the first signal, or at once if it came before. */
  onStop(stop: Stop): void;
  received(): Signal | null;
}

/** From here on Ctrl-C is Stop: what was said is kept and accounted for, and then the process goes. So is a reader
 *  that has gone away; a signal to end is an interruption. A second signal changes nothing, because a process group
 *  may be sent one and get it twice. */
export function listenForSignals(): Signals {
  const drain = installDrains((error) =>
    log().error({ err: error }, "work in the background did not end in order"),
  );
  let first: Signal | null = null;
  let stop: Stop | null = null;
  const act = () => {
    if (first === null) return;
    stop?.(first === "SIGINT" || first === "SIGPIPE" ? new Stopped() : new Interrupted());
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (first !== null) return;
      first = signal;
      act();
      void drain();
    });
  }
  return {
    onStop: (next) => {
      stop = next;
      act();
    },
    received: () => first,
  };
}
