interface Failure {
  /** A status of SMTP, or the code of what failed. Never the server's words. */
  code: string;
  /** Whether the same mail will be refused whenever it is tried. */
  isFinal: boolean;
}

/** The server said no to this address or this message, rather than to us. */
const ABOUT_THE_MAIL = ["EENVELOPE", "EMESSAGE"];

/** What a failed delivery means: SMTP's 5yz about the mail itself is for good, all else passes. */
export function judgeFailure(error: unknown): Failure {
  const { code, responseCode } = (typeof error === "object" && error !== null ? error : {}) as {
    code?: unknown;
    responseCode?: unknown;
  };
  const name = typeof code === "string" && /^[A-Z_]{2,30}$/.test(code) ? code : "unknown";
  if (typeof responseCode !== "number") return { code: name, isFinal: false };
  const isFinal = responseCode >= 500 && responseCode < 600 && ABOUT_THE_MAIL.includes(name);
  return { code: String(responseCode), isFinal };
}
