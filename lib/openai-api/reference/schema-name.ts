/** `createMessage`, `reply` → `CreateMessageReply`. */
export function nameOfSchema(operationId: string, kind: "request" | "reply" | "event"): string {
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return upper(operationId) + upper(kind);
}

export const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });
