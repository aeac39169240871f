import { ConversationMissing } from "@/components/chat/conversation-missing";

export default function ChatNotFound() {
  return <ConversationMissing reason="not_found" />;
}
