import type { CompletionSink, CompletionStart } from "@/lib/completion/types";
import { Joint } from "./joint";
import type { Run } from "./run";

/** What an answer said before it broke off. */
export interface CutAnswer {
  text: string;
  reasoning: string;
  reasoningMs: number | null;
}

/** Goes on with a reply that has what broke off with what the model adds. `end` tells that nothing more comes. */
export class ContinuedReply implements CompletionSink {
  readonly #run: Run;
  readonly #joint: Joint;
  #thoughtBefore: boolean;

  constructor(run: Run, cut: CutAnswer) {
    this.#run = run;
    this.#joint = new Joint(cut.text);
    this.#thoughtBefore = cut.reasoning !== "";
  }

  start(start: CompletionStart): void {
    this.#run.start(start);
  }

  /** The model thinks anew: a paragraph of its own. */
  reasoning(delta: string): void {
    this.#run.reasoning(this.#thoughtBefore ? `\n\n${delta.trimStart()}` : delta);
    this.#thoughtBefore = false;
  }

  text(delta: string): void {
    this.#run.text(this.#joint.push(delta));
  }

  end(): void {
    this.#run.text(this.#joint.end());
  }
}
