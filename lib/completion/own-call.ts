import { chatBody } from "./chat-body";
import type { OwnCall } from "./pass-through";
import type { OwnRequest, OwnWire } from "./program-request";
import { responsesBody } from "./responses-body";
import type { Target } from "./target";
import type { CompletionRequest } from "./types";
import type { WireAddress } from "./wire-address";

type Write = typeof chatBody;

const BODIES: Readonly<Record<OwnWire, Write>> = {
  chat: chatBody,
  responses: responsesBody,
  embeddings: (_request, { body }) => body,
};

/** A program's own request as it is sent on, to the model that answers. */
export function ownCall(
  request: CompletionRequest,
  own: OwnRequest,
  target: Target,
  address: WireAddress,
  signal: AbortSignal,
): OwnCall {
  const { wire, stream } = own;
  const asked = BODIES[wire](request, own, target, signal);
  return { ...address, wire, stream, signal, body: { ...asked, model: target.modelId } };
}
