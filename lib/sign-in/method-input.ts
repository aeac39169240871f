import { z } from "zod";
import { ROLES } from "@/lib/permissions/roles";

export const METHOD_KINDS = ["oidc", "google", "entra", "github", "feishu", "dingtalk"] as const;
export type MethodKind = (typeof METHOD_KINDS)[number];

/** Stands for everybody who signs in by the method. */
export const EVERYBODY = "*";

/** Who is in a group there is in a team here. Nobody is made an owner from outside. */
export const Grant = z.strictObject({
  group: z.string().min(1).max(300),
  teamId: z.uuid(),
  role: z.enum(ROLES).exclude(["owner"]),
});
export type Grant = z.infer<typeof Grant>;

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** What comes over a network in the clear could be anybody's word. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isSafe = protocol === "https:" || (protocol === "http:" && LOOPBACK.includes(hostname));
  return isSafe && search === "" && hash === "" && username === "";
}

const GOOGLE_ISSUER = "https://accounts.google.com";

/** Where vendors are that are at one address for everybody. */
export const USUAL_ISSUERS: Readonly<Partial<Record<MethodKind, string>>> = {
  google: GOOGLE_ISSUER,
  github: "https://github.com",
  feishu: "https://accounts.feishu.cn",
  dingtalk: "https://login.dingtalk.com",
};

/** Those that serve many companies at one address, and tell their people apart by the company. */
const OF_MANY_TENANTS: readonly MethodKind[] = ["feishu", "dingtalk"];

export const isOfManyTenants = (kind: MethodKind): boolean => OF_MANY_TENANTS.includes(kind);

/** Those that speak OpenID Connect, and are asked where everything is. */
export const isOidc = (kind: MethodKind): boolean => ["oidc", "google", "entra"].includes(kind);

/** Of one tenant: with `common` any tenant of the world could vouch for any address. */
const ENTRA_ISSUER = /^https:\/\/login\.microsoftonline\.com\/[0-9a-f-]{36}\/v2\.0$/;

export const MethodInput = z
  .strictObject({
    name: z.string().trim().min(1).max(60),
    kind: z.enum(METHOD_KINDS),
    issuer: z.string().max(500).refine(isIssuer),
    apiUrl: z.string().max(500).refine(isIssuer).nullable().default(null),
    clientId: z.string().trim().min(1).max(500),
    clientSecret: z.string().min(1).max(2000),
    domains: z
      .array(
        z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u),
      )
      .max(100),
    tenants: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
    groupsClaim: z.string().min(1).max(200).nullable(),
    grants: z.array(Grant).max(500),
  })
  .refine(({ kind, issuer }) => kind !== "entra" || ENTRA_ISSUER.test(issuer), { path: ["issuer"] })
  .refine(({ kind, issuer }) => kind !== "google" || issuer === GOOGLE_ISSUER, { path: ["issuer"] })
  // Anybody can have a company there.
  .refine(({ kind, tenants }) => isOfManyTenants(kind) === tenants.length > 0, { path: ["tenants"] })
  .refine(({ kind, apiUrl }) => apiUrl === null || !isOidc(kind), { path: ["apiUrl"] })
  .refine(({ kind, groupsClaim }) => groupsClaim === null || isOidc(kind), { path: ["groupsClaim"] });
export type MethodInput = z.input<typeof MethodInput>;
