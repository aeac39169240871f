import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

export default function nextConfig(phase: string): NextConfig {
  return withNextIntl({
    poweredByHeader: false,
    reactStrictMode: true,
    // Native sockets and worker threads: they must be loaded by Node, not bundled.
    serverExternalPackages: ["postgres", "pino"],
    // `npm test` checks types; the build that `npm start` runs need not do it again.
    typescript: { ignoreBuildErrors: true },
    // proxy.ts may not read the environment, but has to know whether React needs eval.
    compiler: { define: { WYE_DEVELOPMENT: phase === PHASE_DEVELOPMENT_SERVER } },
    // Next's development log prints the arguments of actions, among them passwords and keys.
    logging: { serverFunctions: false },
    experimental: { optimizePackageImports: ["radix-ui", "lucide-react"] },
  });
}
