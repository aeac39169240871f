import type { WyeMessage } from "@/lib/chat/message";

/** The answers that stand side by side with one, itself among them, by their places; only itself where it is alone. */
export function columnsOf(answer: WyeMessage): WyeMessage[] {
  const { comparison, compared = [] } = answer.metadata ?? {};
  if (!comparison || compared.length === 0) return [answer];
  return [answer, ...compared].sort((one, other) => placeOf(one) - placeOf(other));
}

/** One of these answers as the path has it: with the others beside it. */
export function withCompared(columns: readonly WyeMessage[], id: string): WyeMessage | null {
  const answer = columns.find((column) => column.id === id);
  if (!answer?.metadata) return null;
  const compared = columns.filter((column) => column !== answer).map(alone);
  return { ...answer, metadata: { ...answer.metadata, compared } };
}

export const placeOf = ({ metadata }: WyeMessage): number => metadata?.comparison?.place ?? 0;

/** Without the others, which are beside the one that the path has. */
export function alone(answer: WyeMessage): WyeMessage {
  if (!answer.metadata?.compared) return answer;
  const { compared: _, ...metadata } = answer.metadata;
  return { ...answer, metadata };
}

/** The first place that nobody has, or null. */
export function freePlace(columns: readonly WyeMessage[], most: number): number | null {
  const taken = new Set(columns.map(placeOf));
  return Array.from({ length: most }, (_, place) => place).find((place) => !taken.has(place)) ?? null;
}
