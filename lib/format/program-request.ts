/** A request as a program would send it, to be written in several languages. */
export interface ProgramCall {
  method: string;
  /** Of the whole API, `/api/v1` included. */
  baseUrl: string;
  /** Behind the base URL. */
  path: string;
  /** JSON; left out: the request has no body. */
  body?: Readonly<Record<string, unknown>>;
}

/** The variable of the environment in which a program keeps its key: a sample never contains one. */
export const KEY_VARIABLE = "WYE_API_KEY";

/** With which one of Wye's pages asks the API as the person who is signed in: see lib/http/open-session.ts. */
export const SESSION_HEADER = "x-wye-session";
