import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseLocale, LOCALES } from "./locale";

test("a person's own choice wins over the browser's languages", () => {
  expect(chooseLocale("zh-CN", "en-GB,en;q=0.9")).toBe("zh-CN");
  expect(chooseLocale("en", "zh-CN")).toBe("en");
});

test("without a choice the most wanted language that exists is taken", () => {
  expect(chooseLocale(undefined, "zh-TW,zh;q=0.9,en;q=0.8")).toBe("zh-CN");
  expect(chooseLocale(undefined, "fr-FR,en;q=0.5,zh;q=0.7")).toBe("zh-CN");
  expect(chooseLocale(undefined, "de, en;q=0.8, zh;q=0")).toBe("en");
});

test("a cookie with another value is ignored", () => {
  expect(chooseLocale("de", "zh")).toBe("zh-CN");
  expect(chooseLocale("__proto__", null)).toBe("en");
});

test("any header gives a locale that exists", () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), fc.string(), (cookie, header) => {
      expect(LOCALES).toContain(chooseLocale(cookie, header));
    }),
  );
});
