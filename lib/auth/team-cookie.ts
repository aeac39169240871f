/** Which team a browser shows. Says nothing of whether it may. */
export const TEAM_COOKIE = "wye-team";
