import { apiKey } from "./api-key";
import { call } from "./call";
import { chat } from "./chat";
import { decision } from "./decision";
import { draft } from "./draft";
import { emailToken } from "./email-token";
import { groupMember } from "./group";
import { ledger } from "./ledger";
import { session } from "./person";
import { run } from "./run";
import { recoveryCode, secondFactor, signInStep } from "./second-factor";
import { share } from "./share";
import { signInIdentity } from "./sign-in-method";
import { membership } from "./team";
import { noticeAnswer } from "./team-policy";

/** What goes with an erased person, in the order in which it is removed; messages go with their chats, and what was
 *  written of an answer with its run. */
export const PERSON_CONTENT = [
  session,
  emailToken,
  signInStep,
  recoveryCode,
  secondFactor,
  signInIdentity,
  draft,
  decision,
  run,
  share,
  chat,
  noticeAnswer,
  apiKey,
  groupMember,
  membership,
] as const;

/** What outlives a person: opaque ids and amounts. Open calls become rows of the ledger. */
export const PERSON_RECORDS = [ledger, call] as const;
