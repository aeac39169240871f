"use client";

import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/http/action";
import { TwoSteps } from "./two-steps";

/** What its owner cannot take back by themselves is asked for twice. */
export function TransferSection({
  name,
  transfer,
}: {
  name: string;
  transfer: () => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("people.members");
  return (
    <TwoSteps
      level={3}
      title={t("transferTitle")}
      body={t("transferBody", { name })}
      begin={t("transfer")}
      confirm={t("transferConfirm", { name })}
      keep={t("keep")}
      act={transfer}
    />
  );
}
