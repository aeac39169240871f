import {
  claimReply,
  endReply,
  findReply,
  type ReplyPlace,
  releaseReply,
  touchReply,
} from "@/db/queries/idempotent-replies";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { KEEP_REPLIES_SECONDS } from "./keep-replies-seconds";
import { keepStream } from "./keep-stream";
import { hashName, hashRequest, type KeptReply, openReply, sealReply } from "./reply-seal";

interface Named {
  /** As the program gave it. */
  name: string;
  path: string;
  body: Uint8Array;
}

/** Of the same request again, while the first is still answered. */
const TRY_AGAIN_MS = 1_000;
const DEAD_AFTER_SECONDS = 30;
const BEAT_EVERY_MS = 5_000;
/** A reply that is larger would not be sent again but for a mistake. */
const MOST_BYTES = 8 * 1024 * 1024;
const FIELD = "Idempotency-Key";

/** Answers a request that a program gave a name to, once: again under the same name it gets the same bytes. A request
 *  that came to nothing, or broke off, leaves its name free.
 *  @throws AppError `idempotency_reused` for another request under the name, `idempotency_running` while the first is
 *  answered, `idempotency_lost` where its reply was too large to be kept; and what `answer` throws */
export async function answerOnce(
  { db, actor, key }: Pick<Context, "db" | "actor" | "key">,
  { name, path, body }: Named,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (!key) throw new RangeError("only a program's requests have names");
  const place = { teamId: actor.teamId, keyId: key.id, nameHash: hashName(key.id, name) };
  const requestHash = hashRequest(key.id, name, path, body);
  const claimId = newId();
  const limits = { deadSeconds: DEAD_AFTER_SECONDS, keepSeconds: KEEP_REPLIES_SECONDS };
  if (!(await claimReply(db, place, { requestHash, claimId }, limits)))
    return replay(await findReply(db, place), requestHash, name, place);
  const claim = holdClaim(db, place, claimId, name);
  try {
    const response = await answer();
    if (!response.ok) {
      await claim.release();
      return response;
    }
    const { status } = response;
    const headers = [...response.headers];
    if (response.body && response.headers.get("content-type")?.startsWith("text/event-stream")) {
      const kept = keepStream(response.body, MOST_BYTES, {
        whole: (bytes) => claim.end(bytes && { status, headers, body: bytes }),
        broken: claim.release,
      });
      return new Response(kept, { status, headers });
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    await claim.end(bytes.byteLength > MOST_BYTES ? null : { status, headers, body: bytes });
    return new Response(bytes, { status, headers });
  } catch (error) {
    await claim.release();
    throw error;
  }
}

function replay(
  row: Awaited<ReturnType<typeof findReply>>,
  requestHash: string,
  name: string,
  place: ReplyPlace,
): Response {
  // It was freed between two looks: then the next request has it.
  if (!row) throw running();
  if (row.requestHash !== requestHash) throw new AppError("idempotency_reused", { field: FIELD });
  if (row.endedAt === null) throw running();
  if (row.reply === null) throw new AppError("idempotency_lost", { field: FIELD });
  const { status, headers, body } = openReply(row.reply, name, place);
  const response = new Response(Buffer.from(body), { status, headers });
  response.headers.set("idempotent-replayed", "true");
  return response;
}

const running = () =>
  new AppError("idempotency_running", { field: FIELD }, { retryable: true, retryAfterMs: TRY_AGAIN_MS });

/** Keeps a name taken while its request is answered. What cannot be written down is only logged: the answer was paid
 *  for, and is given. */
function holdClaim(db: Context["db"], place: ReplyPlace, claimId: string, name: string) {
  const logged = (error: unknown) => log().warn({ err: error }, "a named request could not be noted");
  const timer = setInterval(() => void touchReply(db, place, claimId).catch(logged), BEAT_EVERY_MS).unref();
  const done = async (write: () => Promise<void>) => {
    clearInterval(timer);
    await write().catch(logged);
  };
  return {
    end: (reply: KeptReply | null) =>
      done(() => endReply(db, place, claimId, reply && sealReply(reply, name, place))),
    release: () => done(() => releaseReply(db, place, claimId)),
  };
}
