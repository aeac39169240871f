import type { BranchActions } from "@/components/chat/branch-actions";
import { deleteMessage, forkChat, restoreMessage, selectBranch } from "./actions";

/** Server actions, by what a conversation calls them. */
export const branchActions: BranchActions = {
  select: selectBranch,
  remove: deleteMessage,
  restore: restoreMessage,
  fork: forkChat,
};
