const holder: typeof globalThis & { __webpack_nonce__?: string } = globalThis;

/** For style elements that Radix makes while a dialog or a list is open. Its scroll lock reads the nonce under
 *  this name; Select's list is given it. */
export function setStyleNonce(nonce: string): void {
  holder.__webpack_nonce__ = nonce;
}

export function styleNonce(): string | undefined {
  return holder.__webpack_nonce__;
}
