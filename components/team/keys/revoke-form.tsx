"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useAnswered } from "../use-answered";
import type { KeyActs, KeyView } from "./key-view";

interface RevokeFormProps {
  of: KeyView;
  revoke: KeyActs["revokeKey"];
  onClose: () => void;
}

/** Nothing brings a revoked key back, so this one act asks first. */
export function RevokeForm({ of: { id, name }, revoke, onClose }: RevokeFormProps) {
  const t = useTranslations("keys");
  const common = useTranslations("common");
  const answered = useAnswered();
  const [busy, start] = useTransition();

  async function revokeIt(): Promise<void> {
    const result = await answered(revoke({ keyId: id }));
    if (!result.ok) return toast.error(result.error.message);
    toast.ok(t("revoked", { name }));
    onClose();
  }

  return (
    <div className="flex flex-col gap-4">
      <p className="text-pretty text-sm leading-relaxed">{t("revokeBody")}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" busy={busy} onClick={() => start(revokeIt)}>
          {t("revokeNow")}
        </Button>
        <Button variant="ghost" disabled={busy} onClick={onClose}>
          {common("cancel")}
        </Button>
      </div>
    </div>
  );
}
