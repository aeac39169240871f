import { AppError } from "@/lib/errors";
import { MODES, type Mode } from "./choice";
import type { Classification } from "./classifier/classify";
import { cutAt, modeAt, oddsOf } from "./cut";
import type { DecidedBy } from "./decision";
import { permitsMode } from "./policy/permits-mode";
import type { Round } from "./round";
import { turningOdds } from "./turning-odds";

export interface ModeTaken {
  mode: Mode;
  decidedBy: DecidedBy;
}

/** What Auto takes, by what the classifier says of the question: at the first turn that, or what the policy says where
 *  it is unsure. Later the conversation stands, unless the odds are strong enough that the other mode is right.
 *  A mode that the person may not have is passed over.
 *  @throws AppError `no_model` where they may have neither */
export function decideMode(round: Round, said: Classification): ModeTaken {
  const taken = likelier(round, said);
  const others = MODES.filter((mode) => permitsMode(round.policy, mode));
  const [other] = others;
  if (other === undefined) throw new AppError("no_model", { mode: taken.mode });
  return others.includes(taken.mode) ? taken : { mode: other, decidedBy: "default" };
}

function likelier(round: Round, said: Classification): ModeTaken {
  const cut = cutAt(round.policy.threshold);
  const judged = modeAt(said.pReasoning, cut);
  const standing = round.request.before?.mode ?? null;
  if (standing === null) {
    return judged === "unsure"
      ? { mode: round.policy.whenUnsure, decidedBy: "default" }
      : { mode: judged, decidedBy: "classifier" };
  }
  if (judged === "unsure" || inherits(said)) return { mode: standing, decidedBy: "conversation" };
  if (judged === standing) return { mode: standing, decidedBy: "classifier" };
  const turns = oddsOf(judged, said.pReasoning, cut) >= turningOdds(round, judged);
  return turns ? { mode: judged, decidedBy: "classifier" } : { mode: standing, decidedBy: "conversation" };
}

const inherits = ({ reasons }: Classification): boolean =>
  reasons[0] === "follow-up" || reasons[0] === "empty";
