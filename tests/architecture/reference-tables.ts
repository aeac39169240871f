/** Copied to every node of a distributed database: people, their keys and sessions, failed sign-ins, the instance's settings, the teams, exchange rates. */
export const REFERENCE_TABLES = [
  "exchange_rate",
  "person",
  "person_key",
  "session",
  "setting",
  "sign_in_failures",
  "team",
];
