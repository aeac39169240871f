import { expect, test } from "vitest";
import { readApiBody } from "./read-api-json";

function sent(body: ReadableStream<Uint8Array>): Request {
  return new Request("http://localhost", { ...{ method: "POST", duplex: "half" }, body });
}

test("a body that stops coming is refused, and its sender let go", async () => {
  const left = Promise.withResolvers<void>();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from("{")),
    cancel: () => left.resolve(),
  });
  const reading = readApiBody(sent(body), { silentMs: 20, wholeMs: 60_000 });
  await expect(reading).rejects.toMatchObject({ code: "too_slow" });
  await left.promise;
});

test("a body that comes drop by drop without end is refused", async () => {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      controller.enqueue(Buffer.from(" "));
    },
  });
  const reading = readApiBody(sent(body), { silentMs: 40, wholeMs: 60 });
  await expect(reading).rejects.toMatchObject({ code: "too_slow" });
});

test("a body that comes in time is read to its end", async () => {
  const body = new Response("a body in time").body;
  if (!body) throw new Error("no body");
  expect(Buffer.from(await readApiBody(sent(body))).toString()).toBe("a body in time");
});
