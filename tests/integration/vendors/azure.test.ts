import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { azure } from "@/lib/providers/vendors/azure";
import { startUpstream, type Upstream } from "../../support/upstream/start-upstream";
import { ask, connect } from "./support";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream({ models: ["gpt-5.2", "llama-3.3"] });
});
afterAll(() => upstream.close());
beforeEach(() => upstream.reset());

const at = (suffix: string) => {
  const connection = connect(upstream, "azure");
  return { ...connection, baseUrl: connection.baseUrl + suffix };
};

it.each(["", "/", "/openai", "/openai/v1"])("takes its address in the form `…%s`", async (suffix) => {
  await ask(azure, at(suffix), "gpt-5.2");
  await ask(azure, at(suffix), "llama-3.3");
  expect(upstream.calls.map(({ path }) => path)).toEqual([
    "/azure/openai/v1/responses",
    "/azure/openai/v1/chat/completions",
  ]);
});

it("lists what is deployed and chats, and refuses a wrong key as such", async () => {
  const models = await azure.listModels(at(""), AbortSignal.timeout(5000));
  expect(models).toEqual([{ id: "gpt-5.2" }, { id: "llama-3.3" }]);
  const bad = { ...at(""), apiKey: "bad-key" };
  await expect(azure.listModels(bad, AbortSignal.timeout(5000))).rejects.toMatchObject({
    code: "vendor_key_rejected",
  });
});
