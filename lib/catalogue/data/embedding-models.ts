/** Models that make embeddings and answer nothing, by vendor, as the vendors name them. Others are asked by their full
 *  name. */
export const EMBEDDING_MODELS: Readonly<Record<string, readonly string[]>> = {
  openai: ["text-embedding-3-small", "text-embedding-3-large", "text-embedding-ada-002"],
  mistral: ["mistral-embed", "codestral-embed"],
  alibaba: ["text-embedding-v4", "text-embedding-v3"],
  zhipu: ["embedding-3", "embedding-2"],
};
