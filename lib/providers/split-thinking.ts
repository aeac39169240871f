import type { LanguageModelV4, LanguageModelV4Content, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { ThinkSplitter } from "./think-splitter";

const REASONING_ID = "think-0";

/** The same model, with a `<think>` block at the start of its text given out as a reasoning part. */
export function splitThinking(model: LanguageModelV4): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    async doGenerate(options) {
      const result = await model.doGenerate(options);
      return { ...result, content: result.content.flatMap(splitContent) };
    },
    async doStream(options) {
      const result = await model.doStream(options);
      return { ...result, stream: splitStream(result.stream) };
    },
  };
}

function splitContent(content: LanguageModelV4Content): LanguageModelV4Content[] {
  if (content.type !== "text") return [content];
  const splitter = new ThinkSplitter();
  const pieces = [...splitter.push(content.text), ...splitter.end()];
  return pieces.map(({ kind, text }) => ({ ...content, type: kind, text }));
}

/** Reads by hand rather than through a TransformStream: half the promises per token. */
function splitStream(
  source: ReadableStream<LanguageModelV4StreamPart>,
): ReadableStream<LanguageModelV4StreamPart> {
  const reader = source.getReader();
  const parts = new ThinkingParts();
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      async pull(controller) {
        for (let enqueued = 0; enqueued === 0; ) {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          if (parts.settled) {
            controller.enqueue(value);
            return;
          }
          for (const part of parts.translate(value)) {
            controller.enqueue(part);
            enqueued++;
          }
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** Rewrites the first text block; every later part passes unchanged. */
class ThinkingParts {
  private readonly splitter = new ThinkSplitter();
  private textId: string | null = null;
  private open: "reasoning" | "text" | null = null;
  private over = false;

  get settled(): boolean {
    return this.over || (this.splitter.settled && this.open === "text");
  }

  *translate(part: LanguageModelV4StreamPart): Generator<LanguageModelV4StreamPart> {
    if (part.type === "text-start" && this.textId === null) {
      this.textId = part.id;
    } else if (part.type === "text-delta" && part.id === this.textId) {
      yield* this.pieces(this.textId, this.splitter.push(part.delta));
    } else if (part.type === "text-end" && part.id === this.textId) {
      yield* this.pieces(this.textId, this.splitter.end());
      yield* this.close(this.textId);
      this.over = true;
    } else {
      yield part;
    }
  }

  private *pieces(
    textId: string,
    pieces: ReturnType<ThinkSplitter["push"]>,
  ): Generator<LanguageModelV4StreamPart> {
    for (const { kind, text } of pieces) {
      const id = kind === "text" ? textId : REASONING_ID;
      if (this.open !== kind) {
        yield* this.close(textId);
        yield { type: `${kind}-start`, id };
        this.open = kind;
      }
      yield { type: `${kind}-delta`, id, delta: text };
    }
  }

  private *close(textId: string): Generator<LanguageModelV4StreamPart> {
    if (this.open !== null) {
      yield { type: `${this.open}-end`, id: this.open === "text" ? textId : REASONING_ID };
    }
    this.open = null;
  }
}
