"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { Registration } from "@/lib/setup/registration";

const POLICIES = ["closed", "invitation", "open"] as const satisfies readonly Registration[];

interface RegistrationFormProps {
  registration: Registration;
  save: (input: { registration: Registration }) => Promise<ActionResult<unknown>>;
}

/** Who can get an account; saved with the choice. */
export function RegistrationForm({ registration, save }: RegistrationFormProps) {
  const t = useTranslations("admin.settings.registration");
  const answered = useAnswered();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(registration);

  function choose(wanted: Registration): void {
    start(async () => {
      show(wanted);
      const result = await answered(save({ registration: wanted }));
      if (result.ok) toast.ok(t("saved"));
      else toast.error(result.error.message);
    });
  }

  return (
    <div className="flex max-w-xl flex-col gap-2">
      <ChoiceGroup
        label={t("label")}
        hint={t(`${shown}Hint`)}
        options={POLICIES.map((value) => ({ value, label: t(value) }))}
        value={shown}
        onChange={choose}
      />
      {shown === "open" && (
        <Link href="/signup" className="w-fit text-sm underline underline-offset-2">
          {t("link")}
        </Link>
      )}
    </div>
  );
}
