"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { KeyActs } from "./key-acts";
import type { ListedProvider } from "./listed-provider";
import { ProviderCard } from "./provider-card";

interface ProviderListProps {
  providers: readonly ListedProvider[];
  test: (input: { providerId: string }) => Promise<ActionResult<{ models: number }>>;
  remove: (input: { providerId: string }) => Promise<ActionResult<{ undo: string }>>;
  restore: (input: { undo: string }) => Promise<ActionResult<void>>;
  keyActs: KeyActs;
}

export function ProviderList({ providers, test, remove, restore, keyActs }: ProviderListProps) {
  const t = useTranslations("providers");
  const common = useTranslations("common");

  async function tryAgain({ id, name }: ListedProvider): Promise<void> {
    const result = await test({ providerId: id });
    if (result.ok) toast.ok(t("testOk", { name, count: result.value.models }));
  }

  async function removeWithUndo({ id, name }: ListedProvider): Promise<void> {
    const result = await remove({ providerId: id });
    if (!result.ok) return toast.error(result.error.message);
    const { undo } = result.value;
    toast.undo({
      message: t("removed", { name }),
      undoLabel: common("undo"),
      onUndo: () => void putBack(undo, name),
    });
  }

  async function putBack(undo: string, name: string): Promise<void> {
    const result = await restore({ undo });
    if (result.ok) toast.ok(t("restored", { name }));
    else toast.error(result.error.message);
  }

  return (
    <ul aria-label={t("listLabel")} className="flex flex-col gap-3">
      {providers.map((provider) => (
        <li key={provider.id}>
          <ProviderCard
            provider={provider}
            keyActs={keyActs}
            onTest={() => tryAgain(provider)}
            onRemove={() => removeWithUndo(provider)}
          />
        </li>
      ))}
    </ul>
  );
}
