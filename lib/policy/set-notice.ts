import { endNotice, findShownNotice, insertNotice } from "@/db/queries/notices";
import { lockTeamPolicy } from "@/db/queries/team-policies";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { NoticeInput } from "./notice";

/** Shows another text in the place of what is shown, as a version that everybody answers anew; empty texts show none.
 *  The same texts again change nothing.
 *  @returns the version that is shown now
 *  @throws AppError `forbidden`, `invalid_input` */
export async function setNotice(context: Context, input: NoticeInput): Promise<string | null> {
  requirePermission(context.actor, "policy:write");
  const { kind, texts } = parse(NoticeInput, input);
  const [en, zhCN] = [texts.en || null, texts["zh-CN"] || null];
  const { teamId } = context.actor;
  return transact(context, async (inner) => {
    await lockTeamPolicy(inner.db, teamId);
    const before = await findShownNotice(inner.db, teamId, kind);
    if (en === (before?.en ?? null) && zhCN === (before?.zhCN ?? null)) return before?.id ?? null;
    if (before) await endNotice(inner.db, teamId, before.id);
    const id = en === null && zhCN === null ? null : newId();
    if (id !== null) await insertNotice(inner.db, { teamId, id, kind, en, zhCN });
    await recordAudit(inner, {
      ...{ action: `policy.${kind}`, target: id ?? before?.id ?? teamId },
      before: before && { version: before.id },
      after: id === null ? null : { version: id },
    });
    return id;
  });
}
