import { findProvider, type ModelInfo, type Provider } from "@pydantic/genai-prices";

/** Vendors of the independent calculator's data at the version that package.json names. Each is looked up by name: the
 *  package exports no list. */
const PROVIDERS = [
  ...["anthropic", "arcee", "avian", "aws", "azure", "baseten", "cerebras", "cloudflare", "cohere", "cursor"],
  ...["deepseek", "doubleword", "fireworks", "github-copilot", "google", "groq", "huggingface_cerebras"],
  ...["huggingface_fireworks-ai", "huggingface_groq", "huggingface_hyperbolic", "huggingface_nebius"],
  ...["huggingface_novita", "huggingface_nscale", "huggingface_ovhcloud", "huggingface_publicai"],
  ...["huggingface_sambanova", "huggingface_together", "minimax", "mistral", "modal", "moonshotai", "novita"],
  ...["openai", "openrouter", "ovhcloud", "perplexity", "quicksilverpro", "together", "typesafe", "voyageai"],
  ...["x-ai", "zai", "zhipuai"],
] as const;

export interface ListedModel {
  provider: Provider;
  model: ModelInfo;
}

/** Every model that the calculator has a price of. */
export function allModels(): ListedModel[] {
  return PROVIDERS.flatMap((providerId) => {
    const provider = findProvider({ providerId });
    if (!provider) throw new RangeError(`the calculator knows no ${providerId}`);
    return provider.models.map((model) => ({ provider, model }));
  });
}
