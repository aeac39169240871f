import { isRecord, type WholeReply } from "./chat-reply";

/** Nothing is said, and nothing but the input is counted.
 *  @throws SyntaxError for what are no embeddings */
export function readEmbeddings(reply: unknown): WholeReply {
  if (!isRecord(reply) || !Array.isArray(reply.data)) throw new SyntaxError("a reply without embeddings");
  const usage = isRecord(reply.usage) ? { completion_tokens: 0, ...reply.usage } : reply.usage;
  return { text: "", reasoning: "", finish: "stop", usage };
}
