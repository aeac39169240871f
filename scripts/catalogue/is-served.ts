/** Models that answer no chat: embeddings, speech, pictures, films, moderation and the like. */
const OTHER =
  /embed|tts|whisper|transcri|moderation|realtime|dall-e|imagen|(^|[-/])(sora|veo|ocr|rerank)|-image|image-|-audio|audio-|-live|live-|native-audio|computer-use|deep-research|lyria|safeguard|guard|text-davinci|babbage|(^|[-/])(ada|curie|davinci)(-|$)|robotics|voice|router|bodybuilder|^~/i;

function isChatModel(id: string): boolean {
  return !OTHER.test(id);
}

/** OpenRouter names a model by its maker, and free variants by a colon; elsewhere such a name is another list's, or a
 *  model's that one trained oneself. */
export function isServed(vendor: string, id: string): boolean {
  const isForeign = vendor === "openrouter" ? !id.includes("/") : /[:]|-$/.test(id);
  return isChatModel(id) && !id.includes(" ") && !isForeign;
}
