import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChatSettings } from "@/lib/chat/chat-settings";
import { EFFORTS } from "@/lib/router/effort";
import { readDraft, type SettingsDraft, toDraft } from "./settings-draft";

const draft = (change: Partial<SettingsDraft>): SettingsDraft => ({ ...toDraft({}), ...change });
const typed = fc.oneof(
  fc.string(),
  fc.constantFrom("0.7", "2", "2.01", "-1", "1e3", "0,7", "100", "4,000", "١", "∞"),
);

describe("settings as they are typed", () => {
  it("are what they were when nothing is changed", () => {
    const settings = fc.record(
      {
        instructions: fc
          .string({ minLength: 1 })
          .map((text) => text.trim())
          .filter((text) => text !== ""),
        temperature: fc.integer({ min: 0, max: 200 }).map((hundredths) => hundredths / 100),
        maxOutputTokens: fc.integer({ min: 16, max: 1_000_000 }),
        effort: fc.constantFrom(...EFFORTS),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(settings, (kept) => {
        expect(readDraft(toDraft(kept), {})).toEqual({ settings: kept, problems: {} });
      }),
    );
  });

  it("are always such as the server takes", () => {
    fc.assert(
      fc.property(typed, typed, typed, (instructions, temperature, maxOutputTokens) => {
        const { settings } = readDraft(draft({ instructions, temperature, maxOutputTokens }), {});
        expect(ChatSettings.safeParse(settings).success).toBe(true);
      }),
    );
  });

  it.each([
    ["0,7", 0.7],
    ["０．７", 0.7],
    [".5", 0.5],
    ["2", 2],
    [" 1. ", 1],
  ])("take the temperature %j for %d", (temperature, number) => {
    expect(readDraft(draft({ temperature }), {}).settings.temperature).toBe(number);
  });

  it.each(["2.1", "-1", "warm", "1e0", "0x1", "1 000"])(
    "refuse the temperature %j, and keep the last",
    (temperature) => {
      expect(readDraft(draft({ temperature }), { temperature: 0.4 })).toMatchObject({
        settings: { temperature: 0.4 },
        problems: { temperature: true },
      });
    },
  );

  it.each([
    ["4000", 4000],
    ["4,000", 4000],
    ["１２８０００", 128_000],
    ["1 000 000", 1_000_000],
  ])("take the limit %j for %d tokens", (maxOutputTokens, number) => {
    expect(readDraft(draft({ maxOutputTokens }), {}).settings.maxOutputTokens).toBe(number);
  });

  it.each(["15", "0", "1,000,001", "4.5", "40,00", "many"])("refuse the limit %j", (maxOutputTokens) => {
    expect(readDraft(draft({ maxOutputTokens }), {}).problems).toEqual({ maxOutputTokens: true });
  });
});
