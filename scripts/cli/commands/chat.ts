import type { Command } from "commander";
import { getConversation } from "@/lib/chat/get-conversation";
import { listChats } from "@/lib/chat/list-chats";
import type { ChatSummary, MessageRole, WyeMessage } from "@/lib/chat/message";
import { formatTime } from "../format-time";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { note, print, printJson, printRows } from "../output";
import { parseChatId } from "../parse-id";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

interface ChatOptions extends CommonOptions {
  team?: string;
}

const TEAM = "the only or first team unless it is given";

export function addChatCommands(chat: Command): void {
  const list = leaf(chat, "list", "the acting person's own chats, newest first").option(
    "--team <id or name>",
    TEAM,
  );
  withCommonOptions(list).action(listOwn);
  const show = leaf(chat, "show", "the messages of a chat, along the path that is shown")
    .argument("<id>", "as the list prints it", parseChatId)
    .option("--team <id or name>", TEAM);
  withCommonOptions(show).action(showOne);
}

async function listOwn(options: ChatOptions): Promise<void> {
  const chats = await withContext(options, async (context) => {
    requireTeam(context);
    const chats: ChatSummary[] = [];
    let after: string | undefined;
    do {
      const page = await listChats(context, { after });
      chats.push(...page.chats);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return chats;
  });
  printRows(chats, options, {
    none: 'There is no chat yet. Start one: "ask".',
    columns: [
      { title: "Id", value: ({ id }) => id },
      { title: "Last change (UTC)", value: ({ updatedAt }) => formatTime(updatedAt) },
      { title: "Title", value: ({ title }) => title ?? "—" },
    ],
  });
}

async function showOne(id: string, options: ChatOptions): Promise<void> {
  const { messages, title } = await withContext(options, (context) =>
    getConversation(context, id, { whole: true }),
  );
  const rows = messages.map(toRow);
  if (options.json) return rows.forEach(printJson);
  if (title !== null) note(title);
  for (const row of rows) {
    const by = [ROLE_NAMES[row.role], row.model, row.status].filter(Boolean).join(" · ");
    print(`\n${by}\n${row.text}`);
  }
}

const ROLE_NAMES: Readonly<Record<MessageRole, string>> = {
  user: "Question",
  assistant: "Answer",
  summary: "Summary of what is above",
};

function roleOf({ role, metadata }: WyeMessage): MessageRole {
  if (role === "user") return role;
  return metadata?.summary ? "summary" : "assistant";
}

function toRow(message: WyeMessage) {
  const { id, parts, metadata } = message;
  const said = (kind: "text" | "reasoning") =>
    parts.map((part) => (part.type === kind ? part.text : "")).join("");
  return {
    id,
    parent: metadata?.parentId ?? null,
    role: roleOf(message),
    status: metadata?.status ?? "complete",
    model: metadata?.model ?? null,
    text: said("text"),
    reasoning: said("reasoning"),
  };
}
