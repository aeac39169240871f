import type { getTranslations } from "next-intl/server";
import type { ListedHealth, ListedKey } from "@/components/team/listed-provider";
import type { CredentialHealth, HealthWindow } from "@/db/queries/credential-health";
import { formatDuration } from "@/lib/format/duration";
import { formatRelativeTime } from "@/lib/format/relative-time";
import { errorMessage } from "@/lib/i18n/error-message";
import type { Locale } from "@/lib/i18n/locale";
import type { KeySummary } from "@/lib/providers/list-providers";

type Translate = Awaited<ReturnType<typeof getTranslations<"providers.keys">>>;

export interface KeyTexts {
  t: Translate;
  locale: Locale;
  health: readonly CredentialHealth[];
}

/** A key as the page shows it, in the person's language.
 *  @param all its provider's */
export function toListedKey(key: KeySummary, all: readonly KeySummary[], texts: KeyTexts): ListedKey {
  const { t, locale, health } = texts;
  const { id, hasKey, apiKeyLast4, baseUrl, weight, circuit } = key;
  const when = (iso: string) => formatRelativeTime(iso, Date.now(), locale);
  const { lastFailureAt, lastError } = circuit;
  const failed = lastFailureAt !== null && lastError !== null;
  const measured = health.find(({ credentialId }) => credentialId === id);
  return {
    ...{ id, hasKey, baseUrl, weight },
    name: apiKeyLast4 === null ? t(hasKey ? "hidden" : "none") : t("ending", { last4: apiKeyLast4 }),
    status: statusOf(key, texts),
    share: all.length > 1 ? shareOf(key, all, texts) : null,
    lastFailure: failed
      ? t("lastFailure", { when: when(lastFailureAt), problem: errorMessage(lastError, locale) })
      : null,
    health: measured ? [toHealth("hour", measured.hour, texts), toHealth("day", measured.day, texts)] : [],
  };
}

function statusOf({ circuit, lastError }: KeySummary, { t, locale }: KeyTexts): ListedKey["status"] {
  const { standing, openUntil, failures } = circuit;
  if (standing === "open" && openUntil) {
    const waitMs = Math.max(0, Date.parse(openUntil) - Date.now());
    return { tone: "danger", text: t("open", { wait: formatDuration(waitMs, locale) }) };
  }
  if (standing === "due" || standing === "probing") return { tone: "warn", text: t(standing) };
  if (lastError !== null) return { tone: "danger", text: t("testFailed") };
  if (failures > 0) return { tone: "warn", text: t("failing", { count: failures }) };
  return { tone: "ok", text: t("works") };
}

/** Of the calls that are made now: a paused key has none, and the others have its part. */
function shareOf(key: KeySummary, all: readonly KeySummary[], { t, locale }: KeyTexts): string | null {
  const inUse = all.filter(({ circuit }) => circuit.standing === "closed");
  if (!inUse.includes(key)) return null;
  const total = inUse.reduce((sum, { weight }) => sum + weight, 0);
  if (key.weight === 0 && total > 0) return t("spare");
  return t("share", { percent: percent(total === 0 ? 1 / inUse.length : key.weight / total, locale, 0) });
}

function toHealth(period: "hour" | "day", measured: HealthWindow, { t, locale }: KeyTexts): ListedHealth {
  const { calls, failures, ttftMs, durationMs } = measured;
  const times = (of: HealthWindow["ttftMs"]) =>
    of && { p50: formatDuration(of.p50, locale), p95: formatDuration(of.p95, locale) };
  return {
    period: t(`health.${period}`),
    calls: calls.toLocaleString(locale),
    succeeded: calls === 0 ? "–" : percent((calls - failures) / calls, locale, 1),
    ttft: times(ttftMs),
    duration: times(durationMs),
  };
}

function percent(share: number, locale: Locale, maximumFractionDigits: number): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits }).format(share);
}
