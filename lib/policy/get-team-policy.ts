import { countAnswers, findShownNotice } from "@/db/queries/notices";
import { findTeamPolicy } from "@/db/queries/team-policies";
import { countMembers } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice } from "@/lib/router/choice";
import type { NoticeTexts } from "./notice";

export interface TeamPolicyView {
  defaultChoice: Choice | null;
  /** Whether owners and administrators may read what members write. */
  contentReading: boolean;
  /** Whether chats may be shared with whoever has a link. */
  outsideLinks: boolean;
  banner: NoticeTexts;
  terms: NoticeTexts & { since: Date | null; accepted: number; declined: number };
  members: number;
  /** Whether members may begin chats that leave nothing but their cost. */
  temporaryChats: boolean;
}

const NONE: NoticeTexts = { en: null, "zh-CN": null };

/** What a team has laid down for its chats; a member may see it too.
 *  @throws AppError `forbidden` */
export async function getTeamPolicy({ db, actor }: Context): Promise<TeamPolicyView> {
  requirePermission(actor, "policy:read");
  const { teamId } = actor;
  const [policy, banner, terms, members] = await Promise.all([
    findTeamPolicy(db, teamId),
    findShownNotice(db, teamId, "banner"),
    findShownNotice(db, teamId, "terms"),
    countMembers(db, teamId),
  ]);
  const answers = terms === null ? [] : await countAnswers(db, teamId, terms.id);
  const people = (wanted: "accepted" | "declined") =>
    answers.find(({ answer }) => answer === wanted)?.people ?? 0;
  return {
    defaultChoice: policy?.defaultChoice ?? null,
    contentReading: policy?.contentReading ?? false,
    outsideLinks: policy?.outsideLinks ?? false,
    banner: banner ? { en: banner.en, "zh-CN": banner.zhCN } : NONE,
    terms: {
      ...(terms ? { en: terms.en, "zh-CN": terms.zhCN } : NONE),
      since: terms?.createdAt ?? null,
      accepted: people("accepted"),
      declined: people("declined"),
    },
    members,
    temporaryChats: policy?.temporaryChats ?? true,
  };
}
