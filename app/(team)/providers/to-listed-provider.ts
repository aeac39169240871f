import type { ListedProvider } from "@/components/team/listed-provider";
import type { Context } from "@/lib/context";
import { formatRelativeTime } from "@/lib/format/relative-time";
import { errorMessage } from "@/lib/i18n/error-message";
import type { Locale } from "@/lib/i18n/locale";
import type { ProviderSummary } from "@/lib/providers/list-providers";

/** A provider as the page shows it, in the person's language. */
export function toListedProvider(
  provider: ProviderSummary,
  { actor }: Context,
  vendorNames: Readonly<Record<string, string>>,
  locale: Locale,
): ListedProvider {
  const { lastError, testedAt, scope, vendor } = provider;
  return {
    ...provider,
    vendorName: vendorNames[vendor] ?? vendor,
    problem: lastError && errorMessage(lastError, locale),
    testedWhen: testedAt && formatRelativeTime(testedAt, Date.now(), locale),
    editable: scope === "team" || (actor.kind === "person" && actor.instanceAdmin),
  };
}
