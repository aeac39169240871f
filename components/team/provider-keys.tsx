"use client";

import { useTranslations } from "next-intl";
import { AddKey } from "./add-key";
import type { KeyActs } from "./key-acts";
import type { ListedProvider } from "./listed-provider";
import { ProviderKey } from "./provider-key";

interface ProviderKeysProps {
  provider: ListedProvider;
  acts: KeyActs;
}

/** A provider's keys, with what real traffic tells of each. */
export function ProviderKeys({ provider, acts }: ProviderKeysProps) {
  const t = useTranslations("providers.keys");
  const { id, name, keys, pausedKeys, takesKeys } = provider;
  if (keys.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={`${t("title")}: ${name}`} className="flex flex-col">
        {keys.map((key) => (
          <ProviderKey
            key={key.id}
            value={key}
            providerName={name}
            acts={takesKeys ? acts : null}
            isOnly={keys.length === 1}
          />
        ))}
      </ul>
      {keys.some(({ health }) => health.some(({ ttft }) => ttft !== null)) && (
        <p className="text-pretty text-muted text-xs leading-relaxed">{t("health.legend")}</p>
      )}
      {pausedKeys > 0 && <p className="text-pretty text-muted text-xs leading-relaxed">{t("pausedHint")}</p>}
      {takesKeys && <AddKey providerId={id} name={name} addKey={acts.addKey} />}
    </div>
  );
}
