import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENV_VENDOR_IDS, parseEnv } from "@/lib/env";
import { normalizeBaseUrl } from "@/lib/providers/base-url";
import { ProviderInput } from "@/lib/providers/provider-input";

describe("parseEnv", () => {
  it("needs nothing", () => {
    const { env, problems, warnings } = parseEnv({});
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(env).toMatchObject({ PORT: 3000, WYE_DATA_DIR: ".wye", AUTH_URL: "http://localhost:3000" });
  });

  it("derives the address from the port", () => {
    expect(parseEnv({ PORT: "8080" }).env?.AUTH_URL).toBe("http://localhost:8080");
  });

  it("takes an empty variable for an unset one", () => {
    expect(parseEnv({ DATABASE_URL: "", PORT: " ", OPENAI_API_KEY: "" }).env).toEqual(parseEnv({}).env);
  });

  it("names every wrong variable at once, with what would be right", () => {
    const { env, problems } = parseEnv({
      PORT: "http",
      DATABASE_URL: "mysql://localhost/wye",
      AUTH_URL: "https://chat.example.com/login",
      WYE_ENCRYPTION_KEY: "short",
      WYE_RUN_LOG: "no",
      WYE_LOG_LEVEL: "loud",
      OPENAI_BASE_URL: "api.openai.com",
      WYE_OWNER_EMAIL: "someone@example.com",
    });
    expect(env).toBeNull();
    expect(problems).toEqual([
      expect.stringMatching(/^PORT must be a port/),
      expect.stringMatching(/^DATABASE_URL must be like postgres:/),
      expect.stringMatching(/^AUTH_URL must be .* without a path/),
      expect.stringMatching(/^WYE_ENCRYPTION_KEY must be 32 bytes/),
      expect.stringMatching(/^WYE_RUN_LOG must be on or off/),
      expect.stringMatching(/^WYE_LOG_LEVEL must be one of trace,/),
      expect.stringMatching(/^OPENAI_BASE_URL must be an http/),
      expect.stringMatching(/^WYE_OWNER_EMAIL and WYE_OWNER_PASSWORD/),
    ]);
  });

  it("warns of a WYE_ variable that it does not know, naming the nearest", () => {
    expect(parseEnv({ WYE_DATADIR: "/data" }).warnings).toEqual([
      "WYE_DATADIR means nothing to Wye. The nearest variable that does is WYE_DATA_DIR.",
    ]);
  });

  it("holds a vendor's key and address and the owner's password to the rules of those who will use them", () => {
    const { problems } = parseEnv({
      OPENAI_API_KEY: "sk abc def",
      OPENAI_BASE_URL: "https://u:p@api.example.com/v1",
      WYE_OWNER_EMAIL: "owner@example.com",
      WYE_OWNER_PASSWORD: "x".repeat(300),
    });
    expect(problems).toEqual([
      expect.stringMatching(/^WYE_OWNER_PASSWORD must have 8 to 200 characters/),
      expect.stringMatching(/^OPENAI_API_KEY must be a key .* without spaces/),
      expect.stringMatching(/^OPENAI_BASE_URL must be .* without a name or password/),
    ]);
  });

  it("takes no vendor's key that connecting it would refuse", () => {
    const connectable = (value: string, baseUrl: string) =>
      ProviderInput.safeParse({ scope: "instance", vendor: "openai", apiKey: value, baseUrl }).success;
    const url = fc.oneof(fc.webUrl(), fc.webUrl({ withFragments: true }), fc.string());
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), url, (OPENAI_API_KEY, OPENAI_BASE_URL) => {
        const given = parseEnv({ OPENAI_API_KEY, OPENAI_BASE_URL }).env?.vendors.openai;
        if (!given?.apiKey || !given.baseUrl) return;
        expect(connectable(given.apiKey, given.baseUrl)).toBe(true);
        expect(() => normalizeBaseUrl(given.baseUrl ?? "", "openai")).not.toThrow();
      }),
    );
  });

  it("warns of a team's name without its owner, which would do nothing", () => {
    expect(parseEnv({ WYE_TEAM_NAME: "Acme" }).warnings).toEqual([expect.stringMatching(/^WYE_TEAM_NAME /)]);
    const owner = { WYE_OWNER_EMAIL: "owner@example.com", WYE_OWNER_PASSWORD: "x".repeat(12) };
    expect(parseEnv({ WYE_TEAM_NAME: "Acme", ...owner }).warnings).toEqual([]);
  });

  it("warns of a server opened to a network under no name", () => {
    expect(parseEnv({ HOST: "0.0.0.0" }).warnings).toEqual([expect.stringMatching(/^HOST .* AUTH_URL/)]);
    expect(parseEnv({ HOST: "0.0.0.0", AUTH_URL: "http://chat.lan:3000" }).warnings).toEqual([]);
    expect(parseEnv({ HOST: "127.0.0.1" }).warnings).toEqual([]);
  });

  it("takes a mail server and a sender together, and nothing that is neither", () => {
    const mail = { SMTP_URL: "smtps://wye:p%40ss@mail.example.com", MAIL_FROM: "Wye <wye@example.com>" };
    expect(parseEnv(mail).env).toMatchObject(mail);
    expect(parseEnv({ ...mail, MAIL_FROM: "wye@example.com" }).problems).toEqual([]);
    const { SMTP_URL, MAIL_FROM } = mail;
    for (const half of [{ SMTP_URL }, { MAIL_FROM }])
      expect(parseEnv(half).problems).toEqual([expect.stringMatching(/together, or neither/)]);
    for (const wrong of ["mail.example.com", "https://mail.example.com", "smtp://mail.example.com/x?tls=1"])
      expect(parseEnv({ SMTP_URL: wrong, MAIL_FROM }).problems).toEqual([
        expect.stringMatching(/^SMTP_URL /),
      ]);
    for (const wrong of ["Wye", "Wye <wye>", "a@example.com, b@example.com", "Wye\nBcc: x <a@example.com>"])
      expect(parseEnv({ SMTP_URL, MAIL_FROM: wrong }).problems).toEqual([
        expect.stringMatching(/^MAIL_FROM /),
      ]);
  });

  it("reads the key and the address of each vendor", () => {
    const source = Object.fromEntries(
      ENV_VENDOR_IDS.flatMap((id) => {
        const prefix = id.toUpperCase().replaceAll("-", "_");
        return [
          [`${prefix}_API_KEY`, `key-of-${id}`],
          [`${prefix}_BASE_URL`, `https://${id}.example.com/v1`],
        ];
      }),
    );
    const { env } = parseEnv(source);
    for (const id of ENV_VENDOR_IDS) {
      expect(env?.vendors[id]).toEqual({ apiKey: `key-of-${id}`, baseUrl: `https://${id}.example.com/v1` });
    }
  });

  const names = [
    "PORT",
    "DATABASE_URL",
    "AUTH_URL",
    "AUTH_SECRET",
    "WYE_ENCRYPTION_KEY",
    "WYE_LOG_LEVEL",
    "GROQ_API_KEY",
    "GROQ_BASE_URL",
    "WYE_OWNER_PASSWORD",
    "SMTP_URL",
    "MAIL_FROM",
  ];

  it("gives either an environment or problems, whatever it is given", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (source) => {
        const { env, problems } = parseEnv(source);
        expect(env === null).toBe(problems.length > 0);
      }),
    );
  });

  it("never repeats a value in what it says", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uuid(), (name, secret) => {
        const { problems, warnings } = parseEnv({ [name]: `! ${secret}` });
        expect([...problems, ...warnings].join()).not.toContain(secret);
      }),
    );
  });

  it("accepts exactly the numbers from 1 to 65535 as a port", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 70_000 }), (port) => {
        expect(parseEnv({ PORT: String(port) }).env?.PORT).toBe(
          port >= 1 && port <= 65535 ? port : undefined,
        );
      }),
    );
  });
});
