import { chooseLocale, type Locale } from "@/lib/i18n/locale";
import { newId } from "@/lib/ids";
import { refuseProgram } from "./refuse-program";

export interface PublicRouteOptions {
  /** Whoever asks: it tells nothing of a team, and takes nothing. */
  auth: "nobody";
}

export interface PublicInput {
  /** The best of the languages that the request names. */
  locale: Locale;
}

/** Serves what anybody may read, in the language that they ask for. */
export async function servePublic(
  handle: (input: PublicInput) => Promise<Response>,
  request: Request,
): Promise<Response> {
  const requestId = newId();
  try {
    const locale = chooseLocale(undefined, request.headers.get("accept-language"));
    const response = await handle({ locale });
    response.headers.set("x-request-id", requestId);
    response.headers.set("x-content-type-options", "nosniff");
    response.headers.set("content-language", locale);
    response.headers.set("vary", "accept-language");
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-cache");
    return response;
  } catch (error) {
    return refuseProgram(error, request, requestId, "openai");
  }
}
