import { z } from "zod";
import { MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./auth/account-rules.ts";
import { isApiKey, isBaseUrl } from "./providers/credential-rules.ts";

/** The vendors whose key and address can be given by the environment: OPENAI_API_KEY, OPENAI_BASE_URL and so on. */
export const ENV_VENDOR_IDS = [
  "openai",
  "anthropic",
  "google",
  "azure",
  "meta",
  "mistral",
  "xai",
  "deepseek",
  "alibaba",
  "zhipu",
  "moonshot",
  "doubao",
  "ernie",
  "hunyuan",
  "spark",
  "baichuan",
  "yi",
  "pangu",
  "ollama",
  "lmstudio",
  "openrouter",
  "groq",
  "openai-compatible",
] as const;

export type EnvVendorId = (typeof ENV_VENDOR_IDS)[number];

export interface VendorEnv {
  apiKey: string | undefined;
  baseUrl: string | undefined;
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"] as const;

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  if (!isUrl(text, ["http:", "https:"])) return false;
  const { pathname, search, hash, username } = new URL(text);
  return pathname === "/" && search === "" && hash === "" && username === "";
}

function isEmail(text: string): boolean {
  return text.length <= MAX_EMAIL_LENGTH && z.email().safeParse(text).success;
}

function isSmtpUrl(text: string): boolean {
  if (!isUrl(text, ["smtp:", "smtps:"])) return false;
  const { hostname, pathname, search, hash } = new URL(text);
  return hostname !== "" && pathname.length <= 1 && search === "" && hash === "";
}

/** `wye@example.com` or `Wye <wye@example.com>`. */
function isSender(text: string): boolean {
  return isEmail(/^[^<>\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text);
}

function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text);
}

function text(accept: (value: string) => boolean, should: string) {
  return z.string().refine(accept, should);
}

function seconds(least = 1) {
  return text(
    (value) => /^\d{1,4}$/.test(value) && Number(value) >= least,
    `must be a number of seconds from ${least} to 9999`,
  ).transform(Number);
}

const days = text(
  (value) => /^[1-9]\d{0,2}$/.test(value),
  "must be a number of days from 1 to 999",
).transform(Number);

const fields = {
  NODE_ENV: z.enum(["development", "production", "test"], "must be development, production or test"),
  PORT: text(
    (value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535,
    "must be a port from 1 to 65535",
  ).transform(Number),
  HOST: text((value) => /^[\w.:%-]+$/.test(value), "must be a host name or an address, such as 0.0.0.0"),
  DATABASE_URL: text(
    (value) => isUrl(value, ["postgres:", "postgresql:"]),
    "must be like postgres://user:password@host:5432/database",
  ),
  WYE_DATA_DIR: text((value) => !value.includes("\0"), "must be a folder"),
  AUTH_URL: text(isOrigin, "must be where people open Wye, such as https://chat.example.com, without a path"),
  AUTH_SECRET: text(
    (value) => value.length >= 32,
    'must have at least 32 characters; make one with "openssl rand -base64 32"',
  ),
  WYE_ENCRYPTION_KEY: text(isKey, 'must be 32 bytes in base64; make one with "openssl rand -base64 32"'),
  SMTP_URL: text(
    isSmtpUrl,
    "must be like smtp://user:password@mail.example.com:587, or smtps:// for port 465",
  ),
  MAIL_FROM: text(isSender, "must be an e-mail address, or a name and one: Wye <wye@example.com>"),
  WYE_OWNER_EMAIL: text(isEmail, "must be an e-mail address"),
  WYE_OWNER_PASSWORD: text(
    (value) => value.length >= MIN_PASSWORD_LENGTH && value.length <= MAX_PASSWORD_LENGTH,
    `must have ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters`,
  ),
  WYE_TEAM_NAME: text(
    (value) => value.trim().length > 0 && value.length <= 80,
    "must have 1 to 80 characters",
  ),
  WYE_SESSION_IDLE_DAYS: days,
  WYE_SESSION_DAYS: days,
  WYE_FIRST_TOKEN_TIMEOUT_SECONDS: seconds(),
  WYE_SILENCE_TIMEOUT_SECONDS: seconds(),
  WYE_TOKEN_GAP_TIMEOUT_SECONDS: seconds(),
  WYE_FAILOVER_LIMIT_SECONDS: seconds(0),
  WYE_UNFOLLOWED_LIMIT_SECONDS: seconds(),
  WYE_RUN_LOG: z.enum(["on", "off"], "must be on or off"),
  WYE_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`),
};

const schema = z.object({
  NODE_ENV: fields.NODE_ENV.default("development"),
  PORT: fields.PORT.default(3000),
  HOST: fields.HOST.optional(),
  DATABASE_URL: fields.DATABASE_URL.optional(),
  WYE_DATA_DIR: fields.WYE_DATA_DIR.default(".wye"),
  AUTH_URL: fields.AUTH_URL.optional(),
  AUTH_SECRET: fields.AUTH_SECRET.optional(),
  WYE_ENCRYPTION_KEY: fields.WYE_ENCRYPTION_KEY.optional(),
  /** The mail server; unset: no mail is sent. */
  SMTP_URL: fields.SMTP_URL.optional(),
  /** Whom mail comes from. */
  MAIL_FROM: fields.MAIL_FROM.optional(),
  WYE_OWNER_EMAIL: fields.WYE_OWNER_EMAIL.optional(),
  WYE_OWNER_PASSWORD: fields.WYE_OWNER_PASSWORD.optional(),
  WYE_TEAM_NAME: fields.WYE_TEAM_NAME.optional(),
  /** A sign-in that is not used for so long ends. */
  WYE_SESSION_IDLE_DAYS: fields.WYE_SESSION_IDLE_DAYS.default(14),
  /** And so long after it at the latest, however much it is used. */
  WYE_SESSION_DAYS: fields.WYE_SESSION_DAYS.default(30),
  /** How long a vendor may take to say its first word; models that reason in secret take minutes. */
  WYE_FIRST_TOKEN_TIMEOUT_SECONDS: fields.WYE_FIRST_TOKEN_TIMEOUT_SECONDS.default(300),
  /** How long it may say nothing at all where another can be asked, and the model does not think first; more for a long
   *  prompt, and for a model that is known to be slow. */
  WYE_SILENCE_TIMEOUT_SECONDS: fields.WYE_SILENCE_TIMEOUT_SECONDS.default(60),
  /** How long it may fall silent between words. */
  WYE_TOKEN_GAP_TIMEOUT_SECONDS: fields.WYE_TOKEN_GAP_TIMEOUT_SECONDS.default(120),
  /** How long it may take until one of the keys, hosts and models that are asked one after the other begins to answer;
   *  0: only one is asked. */
  WYE_FAILOVER_LIMIT_SECONDS: fields.WYE_FAILOVER_LIMIT_SECONDS.default(600),
  /** An answer that nobody has followed for so long is stopped; unset: never. */
  WYE_UNFOLLOWED_LIMIT_SECONDS: fields.WYE_UNFOLLOWED_LIMIT_SECONDS.optional(),
  /** Off only to measure what the log costs: an answer then lives in one process until it ends. */
  WYE_RUN_LOG: fields.WYE_RUN_LOG.default("on"),
  WYE_LOG_LEVEL: fields.WYE_LOG_LEVEL.default("info"),
});

export type Env = Omit<z.infer<typeof schema>, "AUTH_URL"> & {
  /** Where people reach Wye. */
  AUTH_URL: string;
  vendors: Readonly<Record<EnvVendorId, VendorEnv>>;
};

export interface ParsedEnv {
  /** Null when there are problems. */
  env: Env | null;
  /** One sentence a wrong variable, naming it and what would be right. Never quotes a value: it may be a secret. */
  problems: string[];
  warnings: string[];
}

export type EnvSource = Readonly<Record<string, string | undefined>>;

const vendorUrl = text(
  isBaseUrl,
  "must be an http or https address, such as https://api.example.com/v1, without a name or password",
);
const vendorKey = text(isApiKey, "must be a key of plain characters without spaces");

function vendorPrefix(id: EnvVendorId): string {
  return id.toUpperCase().replaceAll("-", "_");
}

/** The variable that names where a vendor is reached. */
export const baseUrlVariable = (id: EnvVendorId): string => `${vendorPrefix(id)}_BASE_URL`;

function readVendors(source: EnvSource, problems: string[]): Record<EnvVendorId, VendorEnv> {
  const read = (name: string, field: typeof vendorKey) => {
    const parsed = field.optional().safeParse(source[name]);
    if (!parsed.success) problems.push(`${name} ${parsed.error.issues[0]?.message}.`);
    return parsed.data;
  };
  const vendors = ENV_VENDOR_IDS.map((id) => {
    const prefix = vendorPrefix(id);
    const apiKey = read(`${prefix}_API_KEY`, vendorKey);
    return [id, { apiKey, baseUrl: read(baseUrlVariable(id), vendorUrl) }] as const;
  });
  return Object.fromEntries(vendors) as Record<EnvVendorId, VendorEnv>;
}

/** An empty variable is an unset one: that is what compose files and shells leave behind. */
function dropEmpty(source: EnvSource): EnvSource {
  return Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const substituted = (row[j] ?? 0) + (char === b[j] ? 0 : 1);
      next.push(Math.min(substituted, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function warnOfUnknown(name: string): string {
  const known = Object.keys(schema.shape).filter((candidate) => candidate.startsWith("WYE_"));
  const nearest = known.toSorted((a, b) => editDistance(name, a) - editDistance(name, b))[0] ?? "";
  return `${name} means nothing to Wye. The nearest variable that does is ${nearest}.`;
}

const LOOPBACK = ["localhost", "127.0.0.1", "::1"];

function findWarnings(source: EnvSource): string[] {
  const warnings = Object.keys(source)
    .filter((name) => name.startsWith("WYE_") && !(name in schema.shape))
    .map(warnOfUnknown);
  if (source.WYE_TEAM_NAME !== undefined && source.WYE_OWNER_EMAIL === undefined) {
    warnings.push(
      "WYE_TEAM_NAME names the team of WYE_OWNER_EMAIL, which is not set, so it changes nothing.",
    );
  }
  if (source.HOST !== undefined && !LOOPBACK.includes(source.HOST) && source.AUTH_URL === undefined) {
    warnings.push(
      "HOST opens Wye to a network, but AUTH_URL does not say where people open it: only a browser on this machine can sign in. Set AUTH_URL, such as https://chat.example.com.",
    );
  }
  return warnings;
}

/** Pure: every wrong variable at once, or the environment. */
export function parseEnv(given: EnvSource): ParsedEnv {
  const source = dropEmpty(given);
  const parsed = schema.safeParse(source);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  const vendors = readVendors(source, problems);
  if ((source.WYE_OWNER_EMAIL === undefined) !== (source.WYE_OWNER_PASSWORD === undefined)) {
    problems.push("WYE_OWNER_EMAIL and WYE_OWNER_PASSWORD must be set together, or neither.");
  }
  if ((source.SMTP_URL === undefined) !== (source.MAIL_FROM === undefined)) {
    problems.push("SMTP_URL and MAIL_FROM must be set together, or neither.");
  }
  const warnings = findWarnings(source);
  if (!parsed.success || problems.length > 0) return { env: null, problems, warnings };
  const authUrl = new URL(parsed.data.AUTH_URL ?? `http://localhost:${parsed.data.PORT}`).origin;
  return { env: { ...parsed.data, AUTH_URL: authUrl, vendors }, problems, warnings };
}

let cached: Env | null = null;

/** The environment of this process, read once.
 *  @throws naming every wrong variable; the start script has told the person before. */
export function env(): Env {
  if (cached !== null) return cached;
  const { env: parsed, problems } = parseEnv(process.env);
  if (parsed === null) throw new Error(problems.join("\n"));
  cached = parsed;
  return parsed;
}
