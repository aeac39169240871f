import { ConversationSkeleton } from "@/components/chat/conversation-skeleton";

export default function ChatLoading() {
  return <ConversationSkeleton />;
}
