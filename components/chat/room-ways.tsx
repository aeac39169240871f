"use client";

import { FoldVertical, Maximize2, MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuItem, DropdownMenuLabel } from "@/components/ui/dropdown-menu";
import type { PickerModel } from "@/lib/chat/picker";
import { ModelFacts } from "./model-facts";
import { usePickerHelp } from "./picker-help";
import type { RoomActions } from "./room-actions";

interface RoomWaysProps extends RoomActions {
  /** With more room than the chosen one. */
  models: readonly PickerModel[];
  onChoose: (model: PickerModel) => void;
  /** The model refuses what is there: the first way is the primary one. */
  urgent: boolean;
}

/** Three ways to go on in a chat that its model has no room for. */
export function RoomWays({ compact, continueElsewhere, models, onChoose, urgent }: RoomWaysProps) {
  const t = useTranslations("chat.context");
  const help = usePickerHelp();
  const plain = urgent ? "secondary" : "ghost";
  return (
    <>
      {compact !== null && (
        <Button size="sm" variant={urgent ? "primary" : plain} className={BARE} onClick={compact}>
          <FoldVertical aria-hidden="true" />
          {t("compact")}
        </Button>
      )}
      {continueElsewhere !== null && (
        <Button
          size="sm"
          variant={urgent && compact === null ? "primary" : plain}
          className={BARE}
          onClick={continueElsewhere}
        >
          <MessageSquarePlus aria-hidden="true" />
          {t("continueElsewhere")}
        </Button>
      )}
      <DropdownMenu
        side="top"
        align="end"
        onOpenChange={(open) => open && help?.refresh()}
        className="max-h-[min(24rem,var(--radix-dropdown-menu-content-available-height))] max-w-[calc(100vw-1rem)] overflow-y-auto"
        trigger={
          <Button size="sm" variant={plain} className={BARE}>
            <Maximize2 aria-hidden="true" />
            {t("moreRoom")}
          </Button>
        }
      >
        <DropdownMenuLabel>{t(models.length === 0 ? "noMoreRoom" : "moreRoomTitle")}</DropdownMenuLabel>
        {models.slice(0, MOST).map((model) => (
          <DropdownMenuItem
            key={model.name}
            onSelect={() => onChoose(model)}
            className="flex-wrap justify-between gap-x-6 gap-y-0"
          >
            <span className="min-w-0 truncate">{model.displayName}</span>
            <span className="text-muted text-xs">
              <ModelFacts model={model} />
            </span>
          </DropdownMenuItem>
        ))}
        {models.length > MOST && (
          <DropdownMenuLabel>{t("moreInPicker", { count: models.length - MOST })}</DropdownMenuLabel>
        )}
      </DropdownMenu>
    </>
  );
}

/** The others have more room than is needed, and are in the picker. */
const MOST = 30;

/** On a phone all three stand in one row. */
const BARE = "max-sm:[&_svg]:hidden";
