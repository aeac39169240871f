"use client";

import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/http/action";
import { TwoSteps } from "./two-steps";

export function LeaveSection({ team, leave }: { team: string; leave: () => Promise<ActionResult<unknown>> }) {
  const t = useTranslations("people.rolesPage");
  return (
    <TwoSteps
      level={2}
      title={t("leaveTitle", { team })}
      body={t("leaveBody")}
      begin={t("leave")}
      confirm={t("leaveConfirm", { team })}
      keep={t("stay")}
      act={leave}
    />
  );
}
