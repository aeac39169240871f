import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "@/db/client";
import { purgeDecisions } from "@/db/queries/decisions";
import { purgeDrafts } from "@/db/queries/drafts";
import { deletePastEmailTokens } from "@/db/queries/email-tokens";
import { purgeDeletedGroups } from "@/db/queries/groups";
import { purgeReplies } from "@/db/queries/idempotent-replies";
import { purgeInvitations } from "@/db/queries/invitations";
import { ensureLedgerPartitions } from "@/db/queries/ledgers";
import { purgeMail } from "@/db/queries/mails";
import { emptyDeletedMessages } from "@/db/queries/messages";
import { removeReplica } from "@/db/queries/replicas";
import { purgeRuns } from "@/db/queries/runs";
import { deleteDeadSessions } from "@/db/queries/sessions";
import { deletePastSignInFailures } from "@/db/queries/sign-in-failures";
import { purgeRemovedSignInMethods } from "@/db/queries/sign-in-methods";
import { deletePastSignInSteps } from "@/db/queries/sign-in-steps";
import { deletedForGood } from "@/lib/chat/deleted-for-good";
import { reapRuns } from "@/lib/chat/reap-runs";
import { reapCalls } from "@/lib/completion/reap-calls";
import { KEEP_REPLIES_SECONDS } from "@/lib/idempotency/keep-replies-seconds";
import { log } from "@/lib/log";
import { sendDueMail } from "@/lib/mail/send-due-mail";
import { onShutdown } from "@/lib/on-shutdown";
import { purgeChats } from "@/lib/policy/purge-chats";
import { purgeTemporaryChats } from "@/lib/policy/purge-temporary-chats";
import { finishErasures } from "@/lib/privacy/finish-erasures";
import { refreshLocalModels, refreshStaleModels } from "@/lib/providers/refresh-stale-models";
import { replicaId } from "@/lib/replica-id";
import { refreshSignIns } from "@/lib/sign-in/refresh-sign-ins";
import { removeEndedTeams } from "@/lib/teams/remove-ended-teams";
import { HEARTBEAT_MS, heartbeat } from "./heartbeat";
import { type JobName, reportJob } from "./job-reports";
import { oneAtATime } from "./one-at-a-time";

const MINUTE_MS = 60_000;
/** A job that asks vendors may wait for them; an end does not wait for it. */
const LAST_MS = 2_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** As long may a reader who lost the connection go on in the middle of an answer. */
const KEEP_RUNS_MS = 60 * MINUTE_MS;
/** How questions were routed can be compared with a year before. */
const KEEP_DECISIONS_MS = 400 * DAY_MS;

async function purgeDeleted(db: Db): Promise<void> {
  const before = deletedForGood(new Date());
  await emptyDeletedMessages(db, before);
  await purgeDrafts(db, before);
}

const forgetOldDecisions = (db: Db): Promise<void> =>
  purgeDecisions(db, new Date(Date.now() - KEEP_DECISIONS_MS));

/** What ended so long ago is no answer any more to who let somebody in: the audit is. */
const KEEP_INVITATIONS_MS = 90 * DAY_MS;

async function purgePeople(db: Db): Promise<void> {
  await purgeDeletedGroups(db, new Date(Date.now() - 30 * DAY_MS));
  await purgeInvitations(db, new Date(Date.now() - KEEP_INVITATIONS_MS));
}

/** Every job may run twice, or on two replicas at once, and does no harm by it. */
const JOBS: { name: JobName; everyMs: number; run(db: Db): Promise<unknown> }[] = [
  { name: "heartbeat", everyMs: HEARTBEAT_MS, run: heartbeat },
  { name: "settle-calls", everyMs: MINUTE_MS / 4, run: reapCalls },
  { name: "interrupt-runs", everyMs: MINUTE_MS / 12, run: reapRuns },
  {
    name: "purge-runs",
    everyMs: 10 * MINUTE_MS,
    run: (db) => purgeRuns(db, KEEP_RUNS_MS),
  },
  {
    name: "refresh-models",
    everyMs: 10 * MINUTE_MS,
    run: oneAtATime((db) => refreshStaleModels(db, new Date())),
  },
  {
    name: "refresh-local-models",
    everyMs: MINUTE_MS / 2,
    run: oneAtATime((db) => refreshLocalModels(db, new Date())),
  },
  {
    name: "purge-replies",
    everyMs: 60 * MINUTE_MS,
    run: (db) => purgeReplies(db, KEEP_REPLIES_SECONDS),
  },
  { name: "send-mail", everyMs: MINUTE_MS / 30, run: oneAtATime(sendDueMail) },
  { name: "purge-mail", everyMs: DAY_MS, run: purgeMail },
  { name: "purge-links", everyMs: 60 * MINUTE_MS, run: purgeLinks },
  { name: "ledger-partitions", everyMs: DAY_MS, run: ensureLedgerPartitions },
  { name: "purge-sessions", everyMs: DAY_MS, run: deleteDeadSessions },
  { name: "refresh-sign-ins", everyMs: MINUTE_MS, run: oneAtATime((db) => refreshSignIns(db)) },
  { name: "purge-sign-in-methods", everyMs: 10 * MINUTE_MS, run: purgeRemovedSignInMethods },
  { name: "purge-sign-in-failures", everyMs: 60 * MINUTE_MS, run: deletePastSignInFailures },
  { name: "purge-decisions", everyMs: DAY_MS, run: forgetOldDecisions },
  { name: "purge-people", everyMs: DAY_MS, run: purgePeople },
  {
    name: "finish-erasures",
    everyMs: MINUTE_MS / 4,
    run: oneAtATime((db) => finishErasures(db)),
  },
  {
    name: "remove-teams",
    everyMs: 10 * MINUTE_MS,
    run: oneAtATime((db) => removeEndedTeams(db)),
  },
  { name: "purge-deleted", everyMs: DAY_MS, run: purgeDeleted },
  {
    name: "purge-chats",
    everyMs: 10 * MINUTE_MS,
    run: oneAtATime((db) => purgeChats(db, new Date())),
  },
  {
    name: "purge-temporary",
    everyMs: MINUTE_MS / 12,
    run: oneAtATime((db) => purgeTemporaryChats(db, new Date())),
  },
];

/** Runs each job now and then again and again, until the server goes down: what runs then is given a moment, because
 *  the database goes next. */
async function purgeLinks(db: Db): Promise<void> {
  await deletePastEmailTokens(db);
  await deletePastSignInSteps(db);
}

export function startJobs(db: Db): void {
  const running = new Set<Promise<void>>();
  const timers = JOBS.map((job) => {
    const run = () => {
      const ended = runJob(job, db).finally(() => running.delete(ended));
      running.add(ended);
    };
    run();
    return setInterval(run, job.everyMs).unref();
  });
  onShutdown(async () => {
    timers.forEach(clearInterval);
    // Who goes down says so, rather than to be missed.
    const last = Promise.all(running)
      .then(() => removeReplica(db, replicaId()))
      .catch((error: unknown) => log().warn({ err: error }, "this process will be missed for a while"));
    await Promise.race([last, sleep(LAST_MS, undefined, { ref: false })]);
  });
}

async function runJob(job: (typeof JOBS)[number], db: Db): Promise<void> {
  const { name, everyMs } = job;
  try {
    await job.run(db);
    reportJob({ name, everyMs, endedAt: new Date().toISOString(), failed: false });
  } catch (error) {
    reportJob({ name, everyMs, endedAt: new Date().toISOString(), failed: true });
    log().error({ err: error, job: name }, "a job failed; it runs again later");
  }
}
