import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setFeature } from "@/lib/features/set-feature";
import { apiBaseUrl } from "@/lib/openai-api/api-base-url";
import type { ApiDocument } from "@/lib/openai-api/reference/build-document";
import { API_OPERATIONS } from "@/lib/openai-api/reference/operations";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

let world: ApiWorld;
let program: Program;
beforeAll(async () => {
  world = await openApiWorld();
  program = await world.program();
});
afterAll(() => world.close());

const readDocument = (language = "en") =>
  fetch(`${world.url}/api/v1/openapi.json`, { headers: { "accept-language": language } });

test("anybody reads the document, in their language, without a key", async () => {
  const response = await readDocument("zh");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-language")).toBe("zh-CN");
  const document: ApiDocument = await response.json();
  expect(document.openapi).toBe("3.1.0");
  expect(document.servers).toEqual([{ url: apiBaseUrl() }]);
  expect(document.paths["/models"]?.get?.summary).toBe("列出模型");
  const english: ApiDocument = await (await readDocument()).json();
  expect(english.paths["/models"]?.get?.summary).toBe("List models");
});

const examples = API_OPERATIONS.flatMap((operation) =>
  operation.examples.map((example) => ({ operation, example, name: `${operation.id}, ${example.name}` })),
);

describe("every example of the document is answered as the document says", () => {
  test.each(examples)("$name", async ({ operation, example }) => {
    const document: ApiDocument = await (await readDocument()).json();
    const described = document.paths[operation.path]?.post?.requestBody?.content["application/json"].examples;
    const body: unknown = described?.[example.name]?.value;
    const response = await fetch(`${world.url}/api/v1${operation.path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${program.key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(response.headers.get("x-wye-model")).toContain("/");
    if (example.body.stream !== true) {
      expect(() => operation.reply.parse(JSON.parse(text))).not.toThrow();
      expect(response.headers.get("x-wye-cost")).toMatch(/^[\d.]+ [A-Z]{3}$/);
      return;
    }
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    const events = [...text.matchAll(/^data: (\{.*)$/gm)].map(([, data]) => JSON.parse(data ?? ""));
    expect(events.length).toBeGreaterThan(2);
    for (const event of events) expect(() => operation.event?.parse(event)).not.toThrow();
  });

  test.each(API_OPERATIONS.filter(({ method }) => method === "GET"))("$id", async ({ path, reply }) => {
    const address = path.replace("{id}", "openai/gpt-4o-mini");
    const response = await fetch(`${world.url}/api/v1${address}`, {
      headers: { authorization: `Bearer ${program.key}` },
    });
    expect(response.status).toBe(200);
    const said: unknown = await response.json();
    expect(reply.parse(said)).toEqual(said);
  });
});

test("a failure has the shape that the document tells, and nobody is told of an API that is switched off", async () => {
  const wrong = await fetch(`${world.url}/api/v1/models`);
  expect([wrong.status, Object.keys(await wrong.json())]).toEqual([401, ["error"]]);
  const administrator = await world.team.as("owner", { instanceAdmin: true });
  await setFeature(administrator, { feature: "api", on: false });
  const refused = await readDocument();
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ error: { code: "feature_off" } });
  await setFeature(administrator, { feature: "api", on: true });
});
