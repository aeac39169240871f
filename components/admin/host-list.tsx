"use client";

import { Lock, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { FixedHost } from "@/lib/admin/get-settings";
import type { ActionResult } from "@/lib/http/action";
import { useAct } from "./use-act";

type ChangeHost = (input: { host: string }) => Promise<ActionResult<unknown>>;

/** The private hosts that teams may connect models at, and those that only the server's environment changes. */
export function HostList({
  hosts,
  fixed,
  allow,
  disallow,
}: {
  hosts: readonly string[];
  fixed: readonly FixedHost[];
  allow: ChangeHost;
  disallow: ChangeHost;
}) {
  const t = useTranslations("admin.settings.hosts");
  const answered = useAnswered();
  const { act } = useAct();
  const [{ entered, error }, submit, busy] = useActionState(
    async (_before: { entered: string; error: string | null }, form: FormData) => {
      const host = String(form.get("host") ?? "");
      const result = await answered(allow({ host }));
      if (result.ok) toast.ok(t("added", { host }));
      if (result.ok) return { entered: "", error: null };
      return {
        entered: host,
        error: result.error.code === "invalid_input" ? t("wrong") : result.error.message,
      };
    },
    { entered: "", error: null },
  );
  return (
    <div className="flex max-w-xl flex-col gap-4">
      {hosts.length + fixed.length === 0 ? (
        <p className="text-muted text-sm">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {fixed.map(({ host, variable }) => (
            <li key={variable} className="flex items-center gap-2 px-3 py-2">
              <span className="min-w-0 flex-1">
                <span className="block break-all font-mono text-sm">{host}</span>
                <span className="block text-muted text-xs">
                  {t.rich("fixed", {
                    variable,
                    code: (chunks) => <code className="break-all font-mono">{chunks}</code>,
                  })}
                </span>
              </span>
              <Lock aria-hidden="true" className="size-4 shrink-0 text-muted" />
            </li>
          ))}
          {hosts.map((host) => (
            <li key={host} className="flex items-center gap-2 py-1 pr-1 pl-3">
              <span className="min-w-0 flex-1 break-all font-mono text-sm">{host}</span>
              <IconButton
                label={t("removeOf", { host })}
                onClick={() =>
                  act({
                    run: () => disallow({ host }),
                    done: t("removed", { host }),
                    undo: { label: t("undo"), run: () => allow({ host }) },
                  })
                }
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form action={submit} className="flex items-start gap-2">
        <Field label={t("label")} error={error} className="flex-1">
          <Input
            name="host"
            required
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
            placeholder={t("placeholder")}
            defaultValue={entered}
          />
        </Field>
        <Button type="submit" busy={busy} className="mt-6.5">
          {t("add")}
        </Button>
      </form>
    </div>
  );
}
