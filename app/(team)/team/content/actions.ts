"use server";

import { listMemberChats as listMemberChatsUseCase } from "@/lib/content/list-member-chats";
import { readMemberChat as readMemberChatUseCase } from "@/lib/content/read-member-chat";
import { ListMemberChats, ReadMemberChat } from "@/lib/content/reading";
import { action } from "@/lib/http/action";

export const listMemberChats = action({ input: ListMemberChats }, listMemberChatsUseCase);

export const readMemberChat = action({ input: ReadMemberChat }, readMemberChatUseCase);
