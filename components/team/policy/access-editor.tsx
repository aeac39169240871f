"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { newId } from "@/lib/ids";
import type { AccessRule } from "@/lib/router/policy/access";
import { useAnswered } from "../use-answered";
import { type AccessDraft, fromAccessDraft, toAccessDraft } from "./access-draft";
import { AccessRuleForm } from "./access-rule-form";

interface AccessEditorProps {
  rules: readonly AccessRule[];
  version: string;
  groups: readonly { id: string; name: string }[];
  save: (input: { rules: AccessRule[]; version: string }) => Promise<ActionResult<void>>;
}

/** Who may ask what: rules without an order, which are saved together. */
export function AccessEditor({ rules, version, groups, save }: AccessEditorProps) {
  const t = useTranslations("policy.access");
  const common = useTranslations("common");
  const answered = useAnswered();
  const [drafts, setDrafts] = useState<readonly AccessDraft[]>(() => rules.map(toAccessDraft));
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const isDirty = JSON.stringify(drafts) !== JSON.stringify(rules.map(toAccessDraft));

  const change = (id: string, part: Partial<AccessDraft>) =>
    setDrafts((before) => before.map((draft) => (draft.id === id ? { ...draft, ...part } : draft)));

  function remove(id: string): void {
    const before = drafts;
    setDrafts(before.filter((draft) => draft.id !== id));
    toast.undo({ message: t("removed"), undoLabel: common("undo"), onUndo: () => setDrafts(before) });
  }

  function add(): void {
    const modes = { auto: "unsaid", knowledge: "unsaid", reasoning: "unsaid" } as const;
    setDrafts([
      ...drafts,
      { id: newId(), who: "role:guest", onlyAllowed: false, allow: "", deny: "", modes },
    ]);
  }

  function submit(): void {
    start(async () => {
      const result = await answered(save({ rules: drafts.map(fromAccessDraft), version }));
      setFailure(result.ok ? null : result.error.message);
      if (result.ok) toast.ok(t("saved"));
    });
  }

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {drafts.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {drafts.map((draft, place) => (
            <li key={draft.id} className="rounded-xl border border-line p-4">
              <AccessRuleForm
                draft={draft}
                place={place + 1}
                groups={groups}
                change={(part) => change(draft.id, part)}
                remove={() => remove(draft.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={add}>
          <Plus aria-hidden="true" />
          {t("add")}
        </Button>
        <Button type="submit" variant="primary" busy={busy} disabled={!isDirty && !busy}>
          {t("save")}
        </Button>
        <p className="min-w-0 flex-1 basis-56 text-pretty text-muted text-xs leading-relaxed">
          {t("effect")}
        </p>
      </div>
    </form>
  );
}
