/** Copied to every node of a distributed database: people, their keys and sessions, failed sign-ins, the instance's settings, the teams, exchange rates, mail on its way and its links, processes that serve, ways to sign in. */
export const REFERENCE_TABLES = [
  "email_token",
  "recovery_code",
  "second_factor",
  "sign_in_step",
  "exchange_rate",
  "mail",
  "person",
  "person_key",
  "replica",
  "session",
  "setting",
  "sign_in_failures",
  "sign_in_identity",
  "sign_in_method",
  "team",
];
