import type { ListedProvider } from "@/components/team/listed-provider";
import type { Context } from "@/lib/context";
import { formatRelativeTime } from "@/lib/format/relative-time";
import { errorMessage } from "@/lib/i18n/error-message";
import type { ProviderSummary } from "@/lib/providers/list-providers";
import { type KeyTexts, toListedKey } from "./to-listed-key";

/** A provider as the page shows it, in the person's language. */
export function toListedProvider(
  provider: ProviderSummary,
  { actor }: Context,
  vendorNames: Readonly<Record<string, string>>,
  texts: KeyTexts,
  unpriced: number,
): ListedProvider {
  const { lastError, testedAt, scope, vendor, source, keys } = provider;
  const editable = scope === "team" || (actor.kind === "person" && actor.instanceAdmin);
  return {
    ...provider,
    keys: keys.map((key) => toListedKey(key, keys, texts)),
    unpriced,
    pausedKeys: keys.filter(({ circuit }) => circuit.standing !== "closed").length,
    vendorName: vendorNames[vendor] ?? vendor,
    problem: lastError && errorMessage(lastError, texts.locale),
    testedWhen: testedAt && formatRelativeTime(testedAt, Date.now(), texts.locale),
    editable,
    takesKeys: editable && source === "person",
  };
}
