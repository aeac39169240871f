/** Which room may import which: docs/architecture.md in rules. tests/architecture/imports.test.ts breaks each of
 *  them in a copy, because dependency-cruiser reads no TypeScript, and exits 0, when it finds no parser. */

const TEST = "\\.test\\.tsx?$";
const CORE = "^lib/(money|pricing|router|permissions)/";
const DATABASE_PACKAGES = "node_modules/(drizzle-orm|postgres|pg|pg-boss|@auth/drizzle-adapter)/";
/** `@ai-sdk/react` is the browser's half and reaches no vendor. */
const VENDOR_PACKAGES = "node_modules/@ai-sdk/(?!react/)";
/** The part of lib/providers that opens a credential or calls a vendor; the rest manages credentials. */
const VENDOR_CALLS =
  "^lib/providers/(vendors/|(registry|connection|try-connection|api-key|guarded-fetch|request-stream|get-json)\\.)";
/** What a component may run: pure, and made for the browser as much as for the server. */
const BROWSER_SAFE = `^lib/(format|i18n|money|pricing|router|permissions)/|^lib/errors\\.ts$|^lib/ids\\.ts$|^lib/chat/(broke-off|context-fill|context-use|message|most-compared|picker|sent-path|settings-limits|tree|unpack-picker)\\.ts$|^lib/completion/approx-tokens\\.ts$|^lib/auth/team-cookie\\.ts$`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files that need each other are one thing, or need a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment:
        "Nothing imports it and it imports nothing. Files that a framework loads by name are no orphans.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "^app/.*(page|layout|template|default|loading|error|not-found|route)\\.tsx?$",
          "^(next|playwright|vitest|drizzle)\\.config\\.ts$",
          "^postcss\\.config\\.mjs$",
          "^\\.dependency-cruiser\\.cjs$",
        ],
      },
      to: {},
    },
    {
      name: "no-unresolvable",
      comment: "An import that resolves to nothing hides from every other rule.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-unlisted-package",
      comment: "A package that package.json does not name is there by accident.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-dev-package-in-production",
      severity: "error",
      from: {
        path: "^(app|components|lib|db|scripts)/|^(proxy|instrumentation)\\.ts$",
        pathNot: [TEST, "^scripts/test"],
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-test-code-in-production",
      severity: "error",
      from: {
        path: "^(app|components|lib|db|scripts)/|^(proxy|instrumentation)\\.ts$",
        pathNot: [TEST, "^scripts/test"],
      },
      to: { path: ["^(tests|bench)/", TEST] },
    },
    {
      name: "core-is-pure",
      comment:
        "Core takes clock, randomness and data as arguments: it imports core, lib/errors, zod, and re2js, which is as pure.",
      severity: "error",
      from: { path: CORE, pathNot: TEST },
      to: { pathNot: [CORE, "^lib/errors\\.ts$", "node_modules/(zod|re2js)/"] },
    },
    {
      name: "components-run-no-services",
      comment: "Props in, callbacks out: the page passes data and actions down. Types are free.",
      severity: "error",
      from: { path: "^components/", pathNot: TEST },
      to: { path: "^(app|db|lib|scripts)/", pathNot: BROWSER_SAFE, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "primitives-know-nothing-of-wye",
      comment:
        "A primitive may name a type of lib, and use the formatters and the texts; it runs nothing else.",
      severity: "error",
      from: { path: "^components/ui/", pathNot: TEST },
      to: {
        path: "^(app|db|lib|components)/",
        pathNot: ["^components/ui/", "^lib/(format|i18n)/"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "app-calls-use-cases",
      comment: "Transport parses, calls one use case and renders; SQL and core are behind it.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(db|scripts)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lib-knows-no-transport",
      severity: "error",
      from: { path: "^(lib|db)/" },
      to: { path: ["^(app|components)/", "^scripts/"] },
    },
    {
      name: "services-know-no-http",
      severity: "error",
      from: { path: "^(lib|db)/", pathNot: ["^lib/http/", "^lib/openai-api/"] },
      to: { path: "^lib/(http|openai-api)/" },
    },
    {
      name: "db-knows-no-services",
      comment: "Tables and SQL; of lib they may run the core and the small shared values, and name any type.",
      severity: "error",
      from: { path: "^db/", pathNot: TEST },
      to: {
        path: "^lib/",
        pathNot: [CORE, "^lib/(env|errors|ids|log)\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-db-speaks-sql",
      severity: "error",
      from: { pathNot: ["^db/", "^scripts/start/", "^(tests|bench)/", "^drizzle\\.config\\.ts$"] },
      to: { path: DATABASE_PACKAGES },
    },
    {
      name: "only-the-gate-names-vendors",
      comment: "A vendor's SDK elsewhere could be called without being metered. Types are free.",
      severity: "error",
      from: { pathNot: ["^lib/(providers|completion)/", "^(tests|bench)/"] },
      to: { path: VENDOR_PACKAGES, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-the-gate-calls-vendors",
      comment: "Who holds an opened credential could call around lib/completion.",
      severity: "error",
      from: { pathNot: ["^lib/(providers|completion)/", "^(tests|bench)/"] },
      to: { path: VENDOR_CALLS, dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    // Build output, data, declarations (which the parser refuses, and which run nothing), and the floors, which are an
    // application of their own.
    exclude: {
      path: [
        "^(\\.next|\\.wye|coverage|test-results|playwright-report|bench/floors)/",
        "^next-env\\.d\\.ts$",
        "^(app|bench|components|db|lib|scripts|tests)/.*\\.d\\.m?ts$",
      ],
    },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
