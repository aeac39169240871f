export interface Progress {
  line(text: string): void;
  /** Runs the work; announces it when it takes a moment, and tells how long it took. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
}

export function createProgress(stream: NodeJS.WriteStream, options?: { verbose?: boolean }): Progress;
