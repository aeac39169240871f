import { toast as sonner } from "sonner";

const UNDO_MS = 8000;

interface UndoToast {
  message: string;
  undoLabel: string;
  onUndo: () => void;
}

/** Short news at the edge of the page. Never the only place where an error is told. */
export const toast = {
  info: (message: string): void => void sonner(message),
  ok: (message: string): void => void sonner.success(message),
  error: (message: string): void => void sonner.error(message),
  undo: ({ message, undoLabel, onUndo }: UndoToast): void =>
    void sonner(message, { duration: UNDO_MS, action: { label: undoLabel, onClick: onUndo } }),
};
