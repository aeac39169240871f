"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import { useAnswered } from "../use-answered";
import type { KeyActs, KeyView } from "./key-view";

interface KeyTableProps {
  keys: readonly KeyView[];
  withOwner: boolean;
  /** Null: none is given another secret. */
  rotate: KeyActs["rotateKey"] | null;
  onRotated: (made: { key: string; overlapHours: number }) => void;
  /** Null: what they may ask stays as it is. */
  onLimit: ((key: KeyView) => void) | null;
  onRevoke: (key: KeyView) => void;
}

const TONES = { works: "ok", expired: "warn", revoked: "neutral" } as const;

export function KeyTable({ keys, withOwner, ...acts }: KeyTableProps) {
  const t = useTranslations("keys");
  return (
    <Table label={t("listLabel")}>
      <TableHeader>
        <tr>
          <TableHead>{t("name")}</TableHead>
          <TableHead>{t("state")}</TableHead>
          {withOwner && <TableHead>{t("owner")}</TableHead>}
          <TableHead className="text-right">{t("spentMonth")}</TableHead>
          <TableHead className="text-right">{t("spentAll")}</TableHead>
          <TableHead>{t("used")}</TableHead>
          <TableHead>{t("expires")}</TableHead>
          <TableHead className="relative">
            <span className="sr-only">{t("actions")}</span>
          </TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <TableCell className="min-w-44 max-w-80">
              <span className="font-medium [overflow-wrap:anywhere]">{key.name}</span>
              <span className="block font-mono text-muted text-xs">wye_…{key.end}</span>
              {key.notes.map((note) => (
                <span key={note} className="block text-pretty text-muted text-xs [overflow-wrap:anywhere]">
                  {note}
                </span>
              ))}
            </TableCell>
            <TableCell>
              <Badge tone={TONES[key.state]}>{t(`states.${key.state}`)}</Badge>
            </TableCell>
            {withOwner && (
              <TableCell className="min-w-28 max-w-48 [overflow-wrap:anywhere]">{key.owner}</TableCell>
            )}
            <TableCell className="text-right">
              <Spent amounts={key.spent} of="month" />
            </TableCell>
            <TableCell className="text-right">
              <Spent amounts={key.spent} of="all" />
            </TableCell>
            <TableCell className="whitespace-nowrap tabular-nums">{key.lastUsed ?? t("never")}</TableCell>
            <TableCell className="whitespace-nowrap tabular-nums">{key.expires ?? t("noExpiry")}</TableCell>
            <TableCell className="py-1 text-right">
              {key.state !== "revoked" && <KeyButtons of={key} {...acts} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Nothing spent is a dash: a key that was never used cost nothing in no currency. */
function Spent({ amounts, of }: { amounts: KeyView["spent"]; of: "month" | "all" }) {
  if (amounts.length === 0) return <span className="text-muted">–</span>;
  return amounts.map(({ currency, demo, ...sums }) => (
    <span key={currency} className="block">
      <Money amount={sums[of]} currency={currency} demo={demo} />
    </span>
  ));
}

function KeyButtons({
  of,
  rotate,
  onRotated,
  onLimit,
  onRevoke,
}: Pick<KeyTableProps, "rotate" | "onRotated" | "onLimit" | "onRevoke"> & { of: KeyView }) {
  const t = useTranslations("keys");
  const answered = useAnswered();
  const [busy, start] = useTransition();

  async function rotateIt(): Promise<void> {
    if (rotate === null) return;
    const result = await answered(() => rotate({ keyId: of.id }));
    if (result.ok) onRotated(result.value);
    else toast.error(result.error.message);
  }

  return (
    <span className="inline-flex whitespace-nowrap">
      {onLimit !== null && (
        <Button
          size="sm"
          variant="ghost"
          aria-label={t("limitOf", { name: of.name })}
          onClick={() => onLimit(of)}
        >
          {t("limit")}
        </Button>
      )}
      {rotate !== null && (
        <Button
          size="sm"
          variant="ghost"
          busy={busy}
          aria-label={t("rotateOf", { name: of.name })}
          onClick={() => start(rotateIt)}
        >
          {t("rotate")}
        </Button>
      )}
      <Button
        size="sm"
        variant="ghost"
        aria-label={t("revokeOf", { name: of.name })}
        onClick={() => onRevoke(of)}
      >
        {t("revoke")}
      </Button>
    </span>
  );
}
