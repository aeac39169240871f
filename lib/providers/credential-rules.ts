const MAX_KEY_LENGTH = 4096;
const MAX_URL_LENGTH = 2048;

/** A key goes into a header, where a stray line break or a letter of another script would break the request. */
export function isApiKey(text: string): boolean {
  return text.length <= MAX_KEY_LENGTH && /^[\x21-\x7e]+$/.test(text);
}

/** An address that says where a vendor is and holds nothing secret. */
export function isBaseUrl(text: string): boolean {
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ["http:", "https:"].includes(protocol) && username === "" && password === "";
}
