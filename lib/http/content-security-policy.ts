/** The style sheet that sonner inserts when its module loads. It takes no nonce, so the policy names its hash;
 *  content-security-policy.test.ts compares it with the installed package. */
export const SONNER_STYLE_HASH = "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=";

/** It is inserted empty and filled afterwards, and browsers look at both. */
const EMPTY_STYLE_HASH = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

export interface PolicyInput {
  nonce: string;
  development: boolean;
}

/** Styles: elements need the nonce, as scripts do. Attributes may be inline, because KaTeX, the code highlighter
 *  and the virtual list put computed positions and colours there and a nonce cannot be given to an attribute;
 *  such styles cannot load or run anything under the other directives. */
export function contentSecurityPolicy({ nonce, development }: PolicyInput): string {
  // React's development build rebuilds server stacks with eval; the production build never does.
  const evaluation = development ? " 'unsafe-eval'" : "";
  // The development overlay inserts style elements without a nonce.
  const styleElements = development
    ? "'unsafe-inline'"
    : `'nonce-${nonce}' '${SONNER_STYLE_HASH}' '${EMPTY_STYLE_HASH}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' ${styleElements}`,
    `style-src-elem 'self' ${styleElements}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
