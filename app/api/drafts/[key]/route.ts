import { z } from "zod";
import { DraftChange, DraftKey } from "@/lib/chat/draft";
import { getDraft } from "@/lib/chat/get-draft";
import { saveDraft } from "@/lib/chat/save-draft";
import { route } from "@/lib/http/route";

const Params = z.object({ key: DraftKey });
const chatOf = ({ key }: z.infer<typeof Params>): string | null => (key === "new" ? null : key);

/** What this person has typed in a chat, or in a new one, on whichever device. */
export const GET = route({ auth: "session", params: Params }, async (context, { params }) =>
  Response.json(await getDraft(context, chatOf(params))),
);

export const PUT = route(
  { auth: "session", params: Params, body: DraftChange },
  async (context, { params, body }) => Response.json(await saveDraft(context, chatOf(params), body)),
);
