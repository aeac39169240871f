import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followUpShare } from "./follow-up";

describe("how much a text leans on what came before it", () => {
  it.each([
    "why?",
    "Why not?",
    "ok, continue",
    "yes please",
    "go on",
    "继续",
    "为什么？",
    "举个例子",
    "好的",
    "in German please",
  ])("%s says nothing alone", (text) => {
    expect(followUpShare(text)).toBe(1);
  });

  it.each([
    "Why is the sky blue?",
    "为什么天空是蓝色的",
    "How do vaccines work?",
    "Explain recursion to me.",
    "in english literature, who wrote Emma?",
    "Is it rude to eat first?",
    "怎么做红烧肉",
    "thanks!",
    "next.js or remix?",
  ])("%s stands for itself", (text) => {
    expect(followUpShare(text)).toBe(0);
  });

  it.each([
    "fix the second one",
    "now translate it into French",
    "第三步为什么成立",
    "what about negative numbers?",
  ])("%s leans, and says something", (text) => {
    expect(followUpShare(text)).toBeGreaterThan(0.5);
    expect(followUpShare(text)).toBeLessThan(1);
  });

  it("is a share for any text, and none for a long one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(followUpShare(text)).toBeGreaterThanOrEqual(0);
        expect(followUpShare(text)).toBeLessThanOrEqual(1);
        expect(followUpShare(text + "x".repeat(400))).toBe(0);
      }),
    );
  });
});
