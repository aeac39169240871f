import { expect, test } from "vitest";
import type { CatalogueRow } from "@/lib/catalogue/list-catalogue";
import { deployableTo } from "./deployable-to";
import { toFound } from "./find-models";

const DEPLOYABLE = { azure: ["azure", "openai"] };
const model = (vendor: string, id: string, entry: CatalogueRow["entry"], connected = true) =>
  toFound({
    ...{
      vendor,
      vendorName: vendor,
      id,
      name: id,
      entry,
      modes: ["knowledge"],
      price: null,
      connected,
    },
    ...{ hiddenBy: null, said: null },
  });
const MODELS = [
  model("openai", "gpt-5", { name: "GPT-5" }),
  model("azure", "gpt-4o", { name: "GPT-4o" }),
  model("azure", "house", null),
  model("azure", "spare", { sameAs: "azure/gpt-4o" }),
  model("openai", "unheard", null),
  model("azure", "gpt-4", { name: "GPT-4" }, false),
  model("openai-compatible", "mine", null),
];
const of = (key: string) => {
  const found = MODELS.find((one) => one.key === key);
  return found && (deployableTo(found, MODELS, DEPLOYABLE)?.map((one) => one.key) ?? null);
};

test("a customer's name may be any known model of its vendor or of one whose models that vendor deploys", () => {
  expect(of("azure/house")).toEqual(["azure/gpt-4", "azure/gpt-4o", "openai/gpt-5"]);
  expect(of("azure/spare")).toEqual(["azure/gpt-4", "azure/gpt-4o", "openai/gpt-5"]);
  // Known by its name, which at such a vendor proves nothing; but it is not itself.
  expect(of("azure/gpt-4o")).toEqual(["azure/gpt-4", "openai/gpt-5"]);
  // Not deployed here.
  expect(of("azure/gpt-4")).toBeNull();
});

test("elsewhere only what nobody knows may be another, and only where the vendor has known models", () => {
  expect(of("openai/unheard")).toEqual(["openai/gpt-5"]);
  expect(of("openai/gpt-5")).toBeNull();
  expect(of("openai-compatible/mine")).toBeNull();
});
