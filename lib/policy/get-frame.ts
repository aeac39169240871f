import { listShownNotices } from "@/db/queries/notices";
import { findTeamPolicy } from "@/db/queries/team-policies";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Notice, NoticeAnswer } from "./notice";

/** What a team's policy puts around every page of a member's. */
export interface TeamFrame {
  /** Null: there is none, or the person has dismissed it. */
  banner: Notice | null;
  /** Null: there are none. */
  terms: (Notice & { answer: NoticeAnswer | null; answeredAt: Date | null }) | null;
  /** Set where owners and administrators may read what the person writes. */
  reading: { since: Date | null /** Null once the person has seen it. */; unseenId: string | null } | null;
}

export async function getFrame({ db, actor }: Context): Promise<TeamFrame> {
  requirePermission(actor, "policy:read");
  const { teamId, personId } = actor;
  const [notices, policy] = await Promise.all([
    listShownNotices(db, teamId, personId),
    findTeamPolicy(db, teamId),
  ]);
  const shown = (kind: Notice["kind"]) => {
    const row = notices.find((notice) => notice.kind === kind);
    return row && { ...row, texts: { en: row.en, "zh-CN": row.zhCN } };
  };
  const banner = shown("banner");
  const reading = notices.find(({ kind }) => kind === "reading");
  return {
    banner: banner && banner.answer === null ? banner : null,
    terms: shown("terms") ?? null,
    reading: policy?.contentReading
      ? { since: reading?.createdAt ?? null, unseenId: reading?.answer === null ? reading.id : null }
      : null,
  };
}
