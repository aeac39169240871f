import { expect, it } from "vitest";
import { hasOpenFence } from "./open-fence";

it.each([
  ["", false],
  ["text with `code`", false],
  ["```ts\nconst a", true],
  ["```ts\nconst a\n```\n", false],
  ["~~~\n```\n", true],
  ["````md\n```ts\n```\n", true],
  ["- item\n  ```\n  code", true],
  ["``` inline ``` text", false],
  ["```\na\n```\n```js\nb", true],
])("knows whether %j ends in a code block", (text, open) => {
  expect(hasOpenFence(text)).toBe(open);
});
