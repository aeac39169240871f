/** Copied to every node of a distributed database: people, their keys and sessions, failed sign-ins, the instance's settings, the teams, exchange rates, mail on its way and its links, processes that serve, ways to sign in and what is asked for beside them. */
export const REFERENCE_TABLES = [
  "email_token",
  "exchange_rate",
  "mail",
  "person",
  "person_key",
  "recovery_code",
  "replica",
  "second_factor",
  "session",
  "setting",
  "sign_in_failures",
  "sign_in_identity",
  "sign_in_method",
  "sign_in_step",
  "team",
];
