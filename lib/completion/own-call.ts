import { chatBody } from "./chat-body";
import type { OwnCall } from "./pass-through";
import type { OwnRequest } from "./program-request";
import type { Target } from "./target";
import type { CompletionRequest } from "./types";
import type { WireAddress } from "./wire-address";

/** A program's own request as it is sent on, to the model that answers. */
export function ownCall(
  request: CompletionRequest,
  own: OwnRequest,
  target: Target,
  address: WireAddress,
  signal: AbortSignal,
): OwnCall {
  const { wire, stream } = own;
  const asked = wire === "chat" ? chatBody(request, own, target, signal) : own.body;
  return { ...address, wire, stream, signal, body: { ...asked, model: target.modelId } };
}
