import { join } from "node:path";
import type { NextConfig } from "next";

export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Next, React and the AI SDK come from the project's own node_modules, two folders up.
  turbopack: { root: join(import.meta.dirname, "../..") },
} satisfies NextConfig;
