import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

export default function nextConfig(phase: string): NextConfig {
  return withNextIntl({
    poweredByHeader: false,
    reactStrictMode: true,
    // postgres and pino open sockets and workers of their own; the tokenizer is megabytes of vocabulary, and the
    // vendors' packages are large: Node loads all of them as they are, and a build need not chew them.
    serverExternalPackages: [
      "postgres",
      "pino",
      "nodemailer",
      "@zxcvbn-ts/core",
      "@zxcvbn-ts/language-common",
      "gpt-tokenizer",
      "drizzle-orm",
      "@ai-sdk/openai",
      "@ai-sdk/anthropic",
      "@ai-sdk/google",
      "@ai-sdk/deepseek",
      "@ai-sdk/openai-compatible",
    ],
    // `npm test` checks types; the build that `npm start` runs need not do it again.
    typescript: { ignoreBuildErrors: true },
    // proxy.ts may not read the environment, but has to know whether React needs eval.
    compiler: { define: { WYE_DEVELOPMENT: phase === PHASE_DEVELOPMENT_SERVER } },
    // Next's development log prints the arguments of actions, among them passwords and keys.
    logging: { serverFunctions: false },
    experimental: { optimizePackageImports: ["radix-ui", "lucide-react"] },
  });
}
