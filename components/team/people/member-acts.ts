import type { AddToGroup } from "@/lib/groups/add-to-group";
import type { SetGroupManager } from "@/lib/groups/set-group-manager";
import type { ActionResult } from "@/lib/http/action";
import type { Member, MemberPage, MemberQuery } from "@/lib/members/list-members";
import type { Role } from "@/lib/permissions/roles";

type Act<Input, Value> = (input: Input) => Promise<ActionResult<Value>>;
interface PersonId {
  personId: string;
}

/** What can be done about members; each answers with the member as they are then. */
export interface MemberActs {
  loadMembers: Act<MemberQuery, MemberPage>;
  changeRole: Act<PersonId & { role: Role }, Member>;
  suspendMember: Act<PersonId, Member>;
  restoreAccess: Act<PersonId, Member>;
  removeMember: Act<PersonId, { undo: string }>;
  undoRemoval: Act<{ undo: string }, Member>;
  transferOwnership: Act<PersonId, unknown>;
  addToGroup: Act<AddToGroup, Member>;
  removeFromGroup: Act<PersonId & { groupId: string }, Member | null>;
  setGroupManager: Act<SetGroupManager, Member>;
}

/** Who looks at the page. */
export interface PeopleViewer {
  id: string;
  role: Role;
}
