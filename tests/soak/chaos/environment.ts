import { setTestSecrets } from "@/tests/support/test-environment";

/** Call before anything asks env(): who is slow must not hold a thousand questions up for minutes each. */
export function setChaosEnvironment(): void {
  setTestSecrets();
  process.env.WYE_FIRST_TOKEN_TIMEOUT_SECONDS = "2";
  process.env.WYE_LOG_LEVEL = "silent";
}
