import type { Health } from "@/lib/router/candidate";
import type { Choice } from "@/lib/router/choice";
import type { Decision } from "@/lib/router/decision";
import { route } from "@/lib/router/route";
import type { Offers } from "./offers";
import { routerCatalogue } from "./router-catalogue";

/** Tokens of a usual prompt. */
const USUAL_PROMPT = 500;
const NOTHING_KNOWN: Health = new Map();

/** Who answers what a person chose, where nothing is known of the question.
 *  @throws AppError as `route` */
export function answererOf(
  offers: Offers,
  choice: Choice,
  now: Date,
  health: Health = NOTHING_KNOWN,
): Decision {
  return route(
    {
      ...{ choice, question: "", history: [], promptTokens: USUAL_PROMPT },
      ...{ attachments: 0, images: 0, groupIds: [], before: null, standIn: false },
    },
    offers.policy,
    routerCatalogue(offers, now),
    health,
    { left: null },
    now,
  );
}
