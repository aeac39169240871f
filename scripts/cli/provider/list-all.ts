import { type KeySummary, listProviders, type ProviderSummary } from "@/lib/providers/list-providers";
import { formatTime } from "../format-time";
import type { CommonOptions } from "../leaf";
import { printRows } from "../output";
import { withContext } from "../with-context";
import { modelIds } from "./model-ids";

interface ListOptions extends CommonOptions {
  team?: string;
  instance?: boolean;
}

export async function listAll(options: ListOptions): Promise<void> {
  const usable = await withContext(options, listProviders);
  const providers = usable.filter(({ scope }) => !options.instance || scope === "instance");
  printRows(providers.map(toRow), options, {
    none: 'No provider is connected. Connect one: "provider add".',
    columns: [
      { title: "Name", value: ({ name }) => name },
      { title: "Vendor", value: ({ vendor }) => vendor },
      { title: "For", value: ({ scope, shadowed }) => whom(scope, shadowed) },
      { title: "Models", value: ({ models }) => String(models.length), align: "right" },
      { title: "Keys", value: ({ keys }) => keys.map(keyName).join(", ") },
      { title: "Last test (UTC)", value: ({ testedAt }) => (testedAt === null ? "—" : formatTime(testedAt)) },
      { title: "Result", value: ({ testedAt, error }) => error ?? (testedAt === null ? "—" : "works") },
      { title: "Base URL", value: ({ baseUrl }) => baseUrl ?? "—" },
    ],
  });
}

function toRow({ lastError, models, ...provider }: ProviderSummary) {
  return { ...provider, models: modelIds(models), error: lastError?.code ?? null };
}

const keyName = ({ hasKey, apiKeyLast4 }: KeySummary) => (hasKey ? `••••${apiKeyLast4 ?? ""}` : "—");

function whom(scope: ProviderSummary["scope"], shadowed: boolean): string {
  if (scope === "team") return "team";
  return shadowed ? "all (the team's is used)" : "all";
}
