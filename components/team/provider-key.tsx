"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { KeyActs } from "./key-acts";
import { ApiKeyField, WeightField } from "./key-fields";
import { KeyForm } from "./key-form";
import { KeyHealth } from "./key-health";
import type { ListedKey } from "./listed-provider";
import { useAnswered } from "./use-answered";

interface ProviderKeyProps {
  value: ListedKey;
  providerName: string;
  /** Null where the person may change nothing. */
  acts: KeyActs | null;
  /** A provider keeps its last one. */
  isOnly: boolean;
}

/** A key of a provider: how it does, and what can be done with it. */
export function ProviderKey({ value, providerName, acts, isOnly }: ProviderKeyProps) {
  const t = useTranslations("providers.keys");
  const common = useTranslations("common");
  const [form, setForm] = useState<"replace" | "weigh" | null>(null);
  const { id, name, baseUrl, status, share, lastFailure, health, weight } = value;
  const credentialId = id;
  const opener = useRef<HTMLButtonElement>(null);

  function open(wanted: "replace" | "weigh", button: HTMLButtonElement): void {
    opener.current = button;
    setForm(wanted);
  }

  function close(saved: boolean, message: string): void {
    setForm(null);
    opener.current?.focus();
    if (saved) toast.ok(message);
  }

  return (
    <li className="flex flex-col gap-2 border-line border-t py-3 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="font-medium text-sm tabular-nums">{name}</h3>
        <Badge tone={status.tone} className="whitespace-normal">
          {status.text}
        </Badge>
        {share !== null && <span className="text-muted text-sm tabular-nums">{share}</span>}
        {acts !== null && (
          <div className="-mr-2.5 ml-auto flex flex-wrap max-sm:mr-auto max-sm:-ml-2.5">
            {value.hasKey && (
              <KeyButton label={t("replace")} of={name} onClick={(button) => open("replace", button)} />
            )}
            {!isOnly && (
              <KeyButton label={t("changeShare")} of={name} onClick={(button) => open("weigh", button)} />
            )}
            {!isOnly && <RemoveKey keyOf={value} providerName={providerName} acts={acts} />}
          </div>
        )}
      </div>
      {baseUrl !== null && <p className="break-all font-mono text-muted text-xs">{baseUrl}</p>}
      {lastFailure !== null && <p className="text-pretty text-muted text-sm">{lastFailure}</p>}
      {acts !== null && form === "replace" && (
        <KeyForm
          submitLabel={t("replace")}
          busyText={t("trying")}
          onClose={(saved) => close(saved, t("replaced", { name: providerName }))}
          submit={(entered) => acts.replaceKey({ credentialId, apiKey: entered("apiKey") })}
        >
          {(refused) => <ApiKeyField refused={refused} label={t("newKey")} hint={t("replaceHint")} />}
        </KeyForm>
      )}
      {acts !== null && form === "weigh" && (
        <KeyForm
          submitLabel={common("save")}
          busyText={null}
          onClose={(saved) => close(saved, t("shareSaved"))}
          submit={(entered) => acts.weighKey({ credentialId, weight: Number(entered("weight")) })}
        >
          {(refused) => <WeightField refused={refused} value={weight} autoFocus />}
        </KeyForm>
      )}
      <KeyHealth name={name} health={health} />
    </li>
  );
}

function KeyButton({
  label,
  of,
  onClick,
  ...props
}: {
  label: string;
  of: string;
  busy?: boolean;
  onClick: (button: HTMLButtonElement) => void;
}) {
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={`${label}: ${of}`}
      onClick={(event) => onClick(event.currentTarget)}
      {...props}
    >
      {label}
    </Button>
  );
}

function RemoveKey({
  keyOf: { id, name },
  providerName,
  acts,
}: {
  keyOf: ListedKey;
  providerName: string;
  acts: KeyActs;
}) {
  const t = useTranslations("providers.keys");
  const common = useTranslations("common");
  const answered = useAnswered();
  const [busy, start] = useTransition();

  async function remove(): Promise<void> {
    const result = await answered(acts.removeKey({ credentialId: id }));
    if (!result.ok) return toast.error(result.error.message);
    const { undo } = result.value;
    const message = t("removed", { name: providerName });
    toast.undo({ message, undoLabel: common("undo"), onUndo: () => void putBack(undo) });
  }

  async function putBack(undo: string): Promise<void> {
    const result = await answered(acts.restoreKey({ undo }));
    if (result.ok) toast.ok(t("restored"));
    else toast.error(result.error.message);
  }

  return <KeyButton label={t("remove")} of={name} busy={busy} onClick={() => start(remove)} />;
}
