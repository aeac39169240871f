import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startWye, type Wye } from "@/tests/support/server";
import type { Front } from "./front";

type Env = Readonly<Record<string, string>>;

/** Real servers of one build on one database, behind a front. */
export class Replicas {
  readonly #front: Front;
  readonly #env: Env;
  readonly #folders: readonly string[];
  readonly #servers: (Wye | null)[];
  readonly #coming = new Map<number, Promise<void>>();

  private constructor(front: Front, env: Env, folders: readonly string[]) {
    this.#front = front;
    this.#env = env;
    this.#folders = folders;
    this.#servers = folders.map(() => null);
  }

  /** The first alone, which builds and migrates. */
  static async start(front: Front, env: Env, count: number): Promise<Replicas> {
    const folders = await Promise.all(
      Array.from({ length: count }, () => mkdtemp(path.join(tmpdir(), "wye-soak-replica-"))),
    );
    const replicas = new Replicas(front, env, folders);
    for (const index of folders.keys()) await replicas.#start(index);
    return replicas;
  }

  get urls(): (string | null)[] {
    return this.#servers.map((server) => server?.url ?? null);
  }

  /** SIGKILL; it comes back by itself. */
  async kill(index: number): Promise<void> {
    const server = this.#take(index);
    await server?.kill();
    this.#comeBack(index);
  }

  /** SIGTERM; it comes back by itself. @throws Error unless it ends in order */
  async terminate(index: number): Promise<void> {
    const server = this.#take(index);
    try {
      await server?.stop();
    } finally {
      this.#comeBack(index);
    }
  }

  /** Resolves when none is missing. @throws why one did not start */
  async allUp(): Promise<void> {
    await Promise.all(this.#coming.values());
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#coming.values());
    await Promise.all(this.#servers.map((server) => server?.stop()));
    await Promise.all(
      this.#folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })),
    );
  }

  /** Before its end is certain the front must know: a load balancer takes a moment, and this is that moment. */
  #take(index: number): Wye | null {
    const server = this.#servers[index] ?? null;
    this.#servers[index] = null;
    return server;
  }

  #comeBack(index: number): void {
    this.#front.setReplica(index, null);
    const coming = this.#start(index).finally(() => this.#coming.delete(index));
    // Whoever waits for it is told.
    coming.catch(() => undefined);
    this.#coming.set(index, coming);
  }

  async #start(index: number): Promise<void> {
    const dataDir = this.#folders[index];
    if (dataDir === undefined) throw new RangeError(`there is no replica ${index}`);
    const server = await startWye({ dataDir, env: this.#env });
    this.#servers[index] = server;
    this.#front.setReplica(index, Number(new URL(server.url).port));
  }
}
