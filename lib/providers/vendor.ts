import type { LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { Effort } from "@/lib/router/effort";
import type { ReasoningAbility } from "@/lib/router/model-abilities";
import type { Thinking } from "@/lib/router/thinking";
import type { ReadUsage, UsageReport } from "./usage-report";

/** A credential, opened: where to reach a vendor and with what key. Never logged, never sent to a browser. */
export interface Connection {
  baseUrl: string;
  apiKey: string | null;
  /** Guarded against private addresses; every vendor call goes through it. */
  fetch: typeof globalThis.fetch;
}

export interface ListedModel {
  id: string;
  /** Tokens, where the vendor says. */
  contextLength?: number;
  displayName?: string;
  /** The vendor's id of the model that it is a deployment of, where that is another. */
  deploys?: string;
}

/** Whether the model should think first, or how much: only an effort that the catalogue says it has. */
export type ReasoningSetting = Thinking | Exclude<Effort, "none">;

/** A model and what the team's catalogue says of its reasoning, which may be more than what ships. */
export interface ReasoningModel {
  /** What it is known as: of a deployment, the model's own id. */
  modelId: string;
  ability: ReasoningAbility;
}

/** What Wye must know of a vendor. One small file each; one that speaks OpenAI's wire is a data row. */
export interface Vendor {
  id: string;
  name: { en: string; "zh-CN": string };
  /** Null when each tenant has its own. */
  defaultBaseUrl: string | null;
  key: "required" | "optional" | "none";
  /** Hosts of it where what is sent stays in mainland China, `*` for any characters. Its hosts elsewhere are not here. */
  mainlandHosts?: readonly string[];
  /** @param knownAs what the catalogue knows it as, where a customer named it: to a deployment the name tells nothing */
  languageModel(connection: Connection, modelId: string, knownAs?: string): LanguageModelV4;
  /** Where it speaks OpenAI's chat completions as OpenAI does, so that a program's own request can be sent there; absent
   *  or null: nowhere. */
  chatBaseUrl?(connection: Connection): string | null;
  /** Where it speaks OpenAI's Responses as OpenAI does; absent or null: nowhere. */
  responsesBaseUrl?(connection: Connection): string | null;
  /** Where it makes embeddings as OpenAI does; absent: nowhere. */
  embeddingsBaseUrl?(connection: Connection): string;
  /** How a key is shown there; as a bearer's where it is left out. */
  keyHeaders?(apiKey: string): Readonly<Record<string, string>>;
  /** @throws AppError `vendor_*` when the credential does not work: this is also how a credential is tested. */
  listModels(connection: Connection, signal: AbortSignal): Promise<ListedModel[]>;
  reasoningOptions(
    model: ReasoningModel,
    setting: ReasoningSetting,
  ): Partial<Pick<LanguageModelV4CallOptions, "reasoning" | "providerOptions">>;
  /** Disjoint buckets from the vendor's report, or null when it reported nothing usable.
   *  @throws RangeError if the report contradicts itself. */
  readUsage(report: UsageReport): ReadUsage | null;
}
