import { expect, test } from "vitest";
import { VENDORS } from "./registry";
import { residencyOf } from "./residency";

const of = (vendor: string, ...urls: string[]) => residencyOf(VENDORS[vendor] ?? { id: vendor }, urls);

test("vendors of mainland China are there at their own addresses there, and nowhere else", () => {
  expect(of("deepseek", "https://api.deepseek.com")).toBe("mainland-china");
  expect(of("alibaba", "https://dashscope.aliyuncs.com/compatible-mode/v1")).toBe("mainland-china");
  expect(of("alibaba", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1")).toBe("elsewhere");
  expect(of("moonshot", "https://api.moonshot.ai/v1")).toBe("elsewhere");
  expect(of("deepseek", "https://api.deepseek.com", "https://deepseek.example.com")).toBe("elsewhere");
  expect(of("pangu", "https://pangu.cn-north-4.myhuaweicloud.com/v1")).toBe("mainland-china");
  expect(of("openai", "https://api.openai.com/v1")).toBe("elsewhere");
});

test("every vendor with an address of its own and hosts in mainland China has that address there", () => {
  for (const vendor of Object.values(VENDORS).filter(({ mainlandHosts }) => mainlandHosts)) {
    if (vendor.defaultBaseUrl === null) continue;
    expect([vendor.id, residencyOf(vendor, [vendor.defaultBaseUrl])]).toEqual([vendor.id, "mainland-china"]);
  }
});

test.each([
  ["ollama", "http://localhost:11434/v1", "local"],
  ["lmstudio", "http://192.168.1.20:1234/v1", "local"],
  ["openai-compatible", "http://[::1]:8000/v1", "local"],
  ["openai-compatible", "http://vllm:8000/v1", "local"],
  ["openai-compatible", "https://gpu.corp.internal/v1", "local"],
  ["openai-compatible", "https://api.example.com/v1", "elsewhere"],
  ["ollama", "https://ollama.example.com/v1", "elsewhere"],
  ["openai", "http://localhost:4000/v1", "elsewhere"],
])("%s at %s is %s", (vendor, url, where) => {
  expect(of(vendor, url)).toBe(where);
});
