import type { MessageMetadata } from "./message";
import { errorChunk, finishChunk, metadataChunk } from "./ui-chunks";

/** What ends a reply's stream. A reader stops at an error, so what is known of the answer goes before it. */
export function closing(metadata: MessageMetadata): Uint8Array[] {
  const { error } = metadata;
  return error ? [metadataChunk(metadata), errorChunk(error)] : [finishChunk(metadata)];
}
