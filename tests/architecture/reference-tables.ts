/** Copied to every node of a distributed database: people, their sessions, the instance's settings, the teams. */
export const REFERENCE_TABLES = ["person", "session", "setting", "team"];
