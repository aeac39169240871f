import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("./hold-database.ts", import.meta.url));

export interface Opened {
  url: string;
  startedHere: boolean;
  postgresPid: number;
}

/** A process of its own that uses the database of a data folder. */
export class Holder {
  readonly opened: Promise<Opened>;
  private readonly child: ChildProcess;
  private readonly errors: string[] = [];

  constructor(dataDir: string, environment: NodeJS.ProcessEnv = process.env) {
    this.child = spawn(process.execPath, [SCRIPT, dataDir], {
      env: environment,
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => this.errors.push(text));
    this.opened = this.readOpened();
    // Awaited by whoever cares; one who only wants it gone does not.
    this.opened.catch(() => undefined);
  }

  private async readOpened(): Promise<Opened> {
    if (!this.child.stdout) throw new RangeError("stdout is piped");
    for await (const line of createInterface({ input: this.child.stdout })) return JSON.parse(line);
    throw new Error(`The holder ended: ${this.errors.join("")}`);
  }

  /** Lets it leave the database and end. */
  async release(): Promise<void> {
    await this.opened;
    await this.afterEnd(() => this.child.stdin?.end());
    if (this.child.exitCode !== 0) throw new Error(`The holder failed: ${this.errors.join("")}`);
  }

  async kill(): Promise<void> {
    await this.afterEnd(() => this.child.kill("SIGKILL"));
  }

  private async afterEnd(act: () => void): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, "exit");
    act();
    await ended;
  }
}
