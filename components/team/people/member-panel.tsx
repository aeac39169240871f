"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { SidePanel } from "@/components/ui/side-panel";
import type { GroupName } from "@/lib/groups/list-group-names";
import type { Member } from "@/lib/members/list-members";
import { mayChangeOwner } from "@/lib/permissions/may-change-owner";
import { MemberAccess } from "./member-access";
import type { MemberActs, PeopleViewer } from "./member-acts";
import { MemberGroups } from "./member-groups";
import { MemberRole } from "./member-role";
import { TransferSection } from "./transfer-section";

interface MemberPanelProps {
  member: Member;
  groups: readonly GroupName[];
  team: string;
  viewer: PeopleViewer;
  acts: MemberActs;
  onChanged: (id: string, now: Member | null) => void;
  onClose: () => void;
}

/** All that this person may do about a member. */
export function MemberPanel(props: MemberPanelProps) {
  const { member, groups, team, viewer, acts, onChanged, onClose } = props;
  const t = useTranslations("people.members");
  const common = useTranslations("common");
  const format = useFormatter();
  const isManager = viewer.role === "manager";
  const isSelf = member.id === viewer.id;
  const mayChange = !isManager && mayChangeOwner(viewer.role, member.role);
  return (
    <SidePanel
      open
      onClose={onClose}
      title={member.name}
      subtitle={<span className="break-all">{member.email}</span>}
      closeLabel={common("close")}
    >
      <div className="flex flex-col gap-7">
        <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
          {t("joined", { when: format.dateTime(new Date(member.joinedAt), { dateStyle: "medium" }) })}
          {member.suspendedAt !== null && <Badge tone="warn">{t("suspended")}</Badge>}
        </p>
        {isManager && <Notice>{t("notYours")}</Notice>}
        {!isManager && !mayChange && <Notice>{t("ownerOnly")}</Notice>}
        {mayChange && (
          <MemberRole member={member} viewer={viewer} change={acts.changeRole} onChanged={onChanged} />
        )}
        <MemberGroups
          member={member}
          groups={groups}
          mayAppoint={!isManager}
          acts={acts}
          onChanged={onChanged}
        />
        {mayChange && !isSelf && (
          <MemberAccess member={member} acts={acts} onChanged={onChanged} onRemoved={onClose} />
        )}
        {viewer.role === "owner" && !isSelf && member.suspendedAt === null && (
          <TransferSection
            name={member.name}
            transfer={() => acts.transferOwnership({ personId: member.id })}
          />
        )}
      </div>
      <p className="sr-only">{t("panelFor", { team })}</p>
    </SidePanel>
  );
}
