"use client";

import { KeyRound, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SidePanel } from "@/components/ui/side-panel";
import { KeyForm } from "./key-form";
import { KeyTable } from "./key-table";
import type { KeyActs, KeyView } from "./key-view";
import { LimitForm } from "./limit-form";
import { RevokeForm } from "./revoke-form";
import { ShownKey } from "./shown-key";

interface KeyListProps {
  keys: readonly KeyView[];
  /** Whether keys are made here, and replaced; they can always be revoked. */
  mayMake: boolean;
  /** Whether it shows the keys of several people. */
  withOwner: boolean;
  /** Of the models that may be asked. */
  names: readonly string[];
  acts: KeyActs;
}

type Panel =
  | { kind: "create" }
  | { kind: "shown"; key: string; note: string | null }
  | { kind: "limit"; of: KeyView }
  | { kind: "revoke"; of: KeyView };

/** A team's keys, and what can be done with them. */
export function KeyList({ keys, mayMake, withOwner, names, acts }: KeyListProps) {
  const t = useTranslations("keys");
  const common = useTranslations("common");
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = () => setPanel(null);
  const shown = (key: string, note: string | null = null) => setPanel({ kind: "shown", key, note });
  const create = mayMake && (
    <Button variant="primary" className="self-start" onClick={() => setPanel({ kind: "create" })}>
      <Plus aria-hidden="true" />
      {t("create")}
    </Button>
  );
  return (
    <>
      {keys.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t("empty")} action={create}>
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <>
          {create}
          <KeyTable
            keys={keys}
            withOwner={withOwner}
            rotate={mayMake ? acts.rotateKey : null}
            onRotated={({ key, overlapHours }) => shown(key, t("rotated", { hours: overlapHours }))}
            onLimit={mayMake ? (of) => setPanel({ kind: "limit", of }) : null}
            onRevoke={(of) => setPanel({ kind: "revoke", of })}
          />
        </>
      )}
      <SidePanel open={panel !== null} onClose={close} title={titleOf(panel, t)} closeLabel={common("close")}>
        {panel?.kind === "create" && (
          <KeyForm create={acts.createKey} names={names} onMade={({ key }) => shown(key)} />
        )}
        {panel?.kind === "limit" && (
          <LimitForm of={panel.of} names={names} limit={acts.limitKey} onClose={close} />
        )}
        {panel?.kind === "shown" && <ShownKey value={panel.key} note={panel.note} onDone={close} />}
        {panel?.kind === "revoke" && <RevokeForm of={panel.of} revoke={acts.revokeKey} onClose={close} />}
      </SidePanel>
    </>
  );
}

function titleOf(panel: Panel | null, t: ReturnType<typeof useTranslations<"keys">>): string {
  if (panel?.kind === "limit") return t("limitTitle", { name: panel.of.name });
  if (panel?.kind === "revoke") return t("revokeTitle", { name: panel.of.name });
  return panel?.kind === "shown" ? t("made") : t("create");
}
