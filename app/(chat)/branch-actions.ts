import type { BranchActions } from "@/components/chat/branch-actions";
import {
  continueFromSummary,
  deleteMessage,
  editSummary,
  forkChat,
  pickAnswer,
  restoreMessage,
  selectBranch,
  startSummary,
} from "./actions";

/** Server actions, by what a conversation calls them. */
export const branchActions: BranchActions = {
  select: selectBranch,
  pick: pickAnswer,
  remove: deleteMessage,
  restore: restoreMessage,
  fork: forkChat,
  summarise: startSummary,
  editSummary,
  continueFromSummary,
};
