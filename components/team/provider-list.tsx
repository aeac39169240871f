"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { ProviderSummary } from "@/lib/providers/list-providers";
import { ProviderCard } from "./provider-card";

export interface ProviderListProps {
  providers: readonly ListedProvider[];
  test: (input: { providerId: string }) => Promise<ActionResult<{ models: number }>>;
  remove: (input: { providerId: string }) => Promise<ActionResult<{ undo: string }>>;
  restore: (input: { undo: string }) => Promise<ActionResult<void>>;
}

/** A provider with the texts that the server knows in the person's language. */
export interface ListedProvider extends ProviderSummary {
  vendorName: string;
  /** What is wrong and what to do; null when the last try worked. */
  problem: string | null;
  /** When it was last tried, in words; null when never. */
  testedWhen: string | null;
  /** Whether the person may change it. */
  editable: boolean;
}

export function ProviderList({ providers, test, remove, restore }: ProviderListProps) {
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
            onTest={() => tryAgain(provider)}
            onRemove={() => removeWithUndo(provider)}
          />
        </li>
      ))}
    </ul>
  );
}
