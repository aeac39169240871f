import type { PickerModel } from "@/lib/chat/picker";

/** A model of the picker of which nothing is known but its name, `vendor/id`. */
export function pickerModel(name: string, more: Partial<PickerModel> = {}): PickerModel {
  const vendor = name.slice(0, name.indexOf("/"));
  return {
    name,
    displayName: name.slice(vendor.length + 1),
    otherName: null,
    vendor,
    vendorName: vendor,
    contextLength: null,
    outputLimit: null,
    price: null,
    demo: false,
    abilities: {
      reasoning: "none",
      thinksUnasked: true,
      temperature: "always",
      maxTemperature: 2,
      efforts: [],
      outputLimit: null,
    },
    ...more,
  };
}
