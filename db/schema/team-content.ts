import { apiKey } from "./api-key";
import { audit, auditHead } from "./audit";
import { call } from "./call";
import { catalogueModel } from "./catalogue";
import { chat, message } from "./chat";
import { circuit, credential } from "./credential";
import { decision, routingPolicy } from "./decision";
import { draft } from "./draft";
import { groupMember, teamGroup } from "./group";
import { idempotentReply } from "./idempotent-reply";
import { invitation } from "./invitation";
import { ledger, ledgerHead } from "./ledger";
import { offerVersion } from "./offer-version";
import { bookVersion, price } from "./price";
import { provider } from "./provider";
import { run, runEvent } from "./run";
import { share } from "./share";
import { membership, modeModels } from "./team";
import { legalHold, noticeAnswer, teamNotice, teamPolicy } from "./team-policy";

/** What goes with a deleted team, in the order in which it is removed: what points at something else before that, and
 *  what triggers write last. */
export const TEAM_CONTENT = [
  runEvent,
  run,
  draft,
  share,
  message,
  chat,
  decision,
  circuit,
  credential,
  provider,
  price,
  catalogueModel,
  modeModels,
  routingPolicy,
  noticeAnswer,
  teamNotice,
  teamPolicy,
  legalHold,
  invitation,
  idempotentReply,
  apiKey,
  groupMember,
  teamGroup,
  membership,
  bookVersion,
  offerVersion,
] as const;

/** What outlives a team: opaque ids and amounts. Open calls become rows of the ledger. */
export const TEAM_RECORDS = [ledger, ledgerHead, audit, auditHead, call] as const;
