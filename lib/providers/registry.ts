import type { Vendor } from "./vendor";
import { anthropic } from "./vendors/anthropic";
import { azure } from "./vendors/azure";
import { COMPATIBLE_VENDORS } from "./vendors/compatible-vendors";
import { deepseek } from "./vendors/deepseek";
import { demo } from "./vendors/demo";
import { google } from "./vendors/google";
import { groq } from "./vendors/groq";
import { mistral } from "./vendors/mistral";
import { moonshot } from "./vendors/moonshot";
import { openai } from "./vendors/openai";

/** Every vendor that can be connected, by id, in the order a person is offered them. */
export const VENDORS: Readonly<Record<string, Vendor>> = Object.fromEntries(
  [openai, anthropic, google, azure, deepseek, mistral, moonshot, groq, ...COMPATIBLE_VENDORS, demo].map(
    (vendor) => [vendor.id, vendor],
  ),
);

export function vendorById(id: string): Vendor | null {
  return Object.hasOwn(VENDORS, id) ? (VENDORS[id] ?? null) : null;
}
