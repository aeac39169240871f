"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import type { ActionResult } from "@/lib/http/action";
import type { MethodCheck } from "@/lib/sign-in/check-method";
import type { MethodKind } from "@/lib/sign-in/method-input";
import { useAct } from "./use-act";

export interface ShownMethod {
  id: string;
  name: string;
  kind: MethodKind;
  issuer: string;
  domains: readonly string[];
  tenants: readonly string[];
  callbackUrl: string;
  on: boolean;
}

interface MethodActs {
  check: (input: { methodId: string }) => Promise<ActionResult<MethodCheck>>;
  turn: (input: { methodId: string; on: boolean }) => Promise<ActionResult<unknown>>;
  remove: (input: { methodId: string }) => Promise<ActionResult<unknown>>;
  restore: (input: { methodId: string }) => Promise<ActionResult<unknown>>;
}

/** Where people can sign in besides with a password, each with what its provider must be told. */
export function MethodList({ methods, ...acts }: MethodActs & { methods: readonly ShownMethod[] }) {
  const t = useTranslations("admin.signIn.list");
  if (methods.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {methods.map((method) => (
        <MethodRow key={method.id} method={method} {...acts} />
      ))}
    </ul>
  );
}

function MethodRow({ method, check, turn, remove, restore }: MethodActs & { method: ShownMethod }) {
  const t = useTranslations("admin.signIn.list");
  const kinds = useTranslations("admin.signIn.kind");
  const { busy, act } = useAct();
  const { id: methodId, name, kind, issuer, domains, tenants, callbackUrl, on } = method;
  const undo = t("undo");

  return (
    <li aria-label={name} className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 break-words font-medium text-sm">{name}</span>
        <Badge>{kinds(kind)}</Badge>
        {!on && <Badge tone="warn">{t("off")}</Badge>}
        <span className="ml-auto flex items-center gap-2">
          <Switch
            checked={on}
            disabled={busy}
            aria-label={t("onOf", { name })}
            onCheckedChange={(wanted) =>
              act({
                run: () => turn({ methodId, on: wanted }),
                done: t(wanted ? "turnedOn" : "turnedOff", { name }),
                undo: { label: undo, run: () => turn({ methodId, on: !wanted }) },
              })
            }
          />
          <IconButton
            label={t("removeOf", { name })}
            onClick={() =>
              act({
                run: () => remove({ methodId }),
                done: t("removed", { name }),
                undo: { label: undo, run: () => restore({ methodId }) },
              })
            }
          >
            <Trash2 />
          </IconButton>
        </span>
      </div>
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[max-content_1fr]">
        <Fact label={t("issuer")}>{issuer}</Fact>
        {tenants.length > 0 && <Fact label={t("tenants")}>{tenants.join(", ")}</Fact>}
        <Fact label={t("domains")}>{domains.length > 0 ? domains.join(", ") : t("noDomains")}</Fact>
        <Fact label={t("callback")}>
          {callbackUrl} <CopyButton text={callbackUrl} label={t("copy")} />
        </Fact>
      </dl>
      <CheckButton name={name} check={() => check({ methodId })} />
    </li>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 break-all">{children}</dd>
    </>
  );
}

function CheckButton({ name, check }: { name: string; check: () => Promise<ActionResult<MethodCheck>> }) {
  const t = useTranslations("admin.signIn.check");
  const answered = useAnswered();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<{ tone: "ok" | "danger"; text: string } | null>(null);

  async function look(): Promise<void> {
    setBusy(true);
    const result = await answered(check());
    setBusy(false);
    if (!result.ok) return setFound({ tone: "danger", text: result.error.message });
    setFound({ tone: result.value === "reached" ? "ok" : "danger", text: t(result.value) });
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="sm" busy={busy} onClick={() => void look()} aria-label={t("actionOf", { name })}>
        {t("action")}
      </Button>
      {found !== null && (
        <Notice tone={found.tone} role="status">
          {found.text}
        </Notice>
      )}
    </div>
  );
}
