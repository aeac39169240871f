"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { OfferedFactor } from "@/lib/auth/factors/begin-factor";
import type { MyFactor } from "@/lib/auth/factors/get-my-factor";
import type { ActionResult } from "@/lib/http/action";
import { EnrolFactor } from "./enrol-factor";
import { RecoveryCodes } from "./recovery-codes";

interface FactorSectionProps {
  factor: MyFactor | null;
  hasPassword: boolean;
  begin: () => Promise<ActionResult<OfferedFactor>>;
  confirm: (input: { code: string }) => Promise<ActionResult<string[]>>;
  renew: () => Promise<ActionResult<string[]>>;
  switchOff: () => Promise<ActionResult<void>>;
}

/** The person's second factor: set up, its recovery codes once, renewed, switched off. */
export function FactorSection({ factor, hasPassword, begin, confirm, renew, switchOff }: FactorSectionProps) {
  const t = useTranslations("factor.section");
  const format = useFormatter();
  const answered = useAnswered();
  const [offered, setOffered] = useState<OfferedFactor | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  const act = <Value,>(run: () => Promise<ActionResult<Value>>, done: (value: Value) => void) =>
    start(async () => {
      const result = await answered(run);
      const isLetBe = !result.ok && result.error.code === "step_up";
      setFailure(result.ok || isLetBe ? null : result.error.message);
      if (result.ok) done(result.value);
    });

  if (codes !== null) return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />;
  if (offered !== null && factor === null) {
    return (
      <EnrolFactor
        offered={offered}
        confirm={confirm}
        onCancel={() => setOffered(null)}
        onDone={(made) => {
          setOffered(null);
          setCodes(made);
        }}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line p-4">
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <p className="text-sm">
        {factor === null ? (
          t("off", { password: String(hasPassword) })
        ) : (
          <>
            {t("on", { when: format.dateTime(factor.since, { dateStyle: "medium" }) })}{" "}
            {t("left", { left: factor.recoveryCodesLeft })}
          </>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {factor === null ? (
          <Button busy={busy} onClick={() => act(begin, setOffered)}>
            {t("start")}
          </Button>
        ) : (
          <>
            <Button busy={busy} onClick={() => act(renew, setCodes)}>
              {t("renew")}
            </Button>
            <Button variant="danger" busy={busy} onClick={() => act(switchOff, () => toast.ok(t("stopped")))}>
              {t("stop")}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
