import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createKey } from "@/lib/keys/create-key";
import { listKeys } from "@/lib/keys/list-keys";
import { revokeKey } from "@/lib/keys/revoke-key";
import { type ApiWorld, openApiWorld } from "./api-world";

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());
beforeEach(() => world.upstream.reset());

const messages = [{ role: "user" as const, content: "What is new?" }];

interface Page {
  data: Record<string, unknown>[];
  next: string | null;
}

describe("a key", () => {
  test("that is revoked is refused from the next request on", async () => {
    const { client, context, keyId } = await world.program();
    await client.models.list();
    await revokeKey(context, keyId);
    await expect(client.models.list()).rejects.toMatchObject({ status: 401, code: "invalid_api_key" });
  });

  test("asks and sees only the models and modes it is for", async () => {
    const { client } = await world.program({ models: ["house/*"], modes: ["auto"] });
    const listed = (await Array.fromAsync(client.models.list())).map(({ id }) => id);
    expect(listed.toSorted()).toEqual(["auto", "house/both", "house/local-1"]);
    const ask = (model: string) => client.chat.completions.create({ model, messages }).withResponse();
    await expect(ask("openai/gpt-4o-mini")).rejects.toMatchObject({ status: 404 });
    await expect(ask("reasoning")).rejects.toMatchObject({ status: 403 });
    expect((await ask("auto")).response.headers.get("x-wye-model")).toMatch(/^house\//);
  });

  test("has its own calls told apart, and what they cost", async () => {
    const { context, client, keyId } = await world.program();
    const other = await createKey(context, { name: "other" });
    await client.chat.completions.create({ model: "openai/gpt-4o-mini", messages });
    const own = await client.get<Page>(`/usage?key=${keyId}`);
    expect(own.data).toMatchObject([{ key: keyId, purpose: "api" }]);
    expect((await client.get<Page>(`/usage?key=${other.id}`)).data).toEqual([]);
    const keys = await listKeys(context);
    const cost = own.data[0]?.cost;
    expect(keys.find(({ id }) => id === keyId)?.spent).toEqual([
      { currency: "USD", demo: false, month: cost, all: cost },
    ]);
    expect(keys.find(({ id }) => id === other.id)?.spent).toEqual([]);
  });

  test("reads its owner's calls, page by page", async () => {
    const { client } = await world.program();
    for (let nth = 0; nth < 3; nth++)
      await client.chat.completions.create({ model: "openai/gpt-4o-mini", messages });
    const first = await client.get<Page>("/usage?limit=2");
    const second = await client.get<Page>(`/usage?limit=2&after=${first.next}`);
    expect([first.data.length, second.data.length, second.next]).toEqual([2, 1, null]);
    expect(first.data[0]).toMatchObject({ vendor: "openai", purpose: "api", currency: "USD" });
    await expect(client.get("/usage?limit=0")).rejects.toMatchObject({ status: 400, param: "limit" });
  });
});
