import { currentPerson } from "./current-person";

/** Whether somebody is signed in whom no team has: to them no page is open, and they should be told why. */
export async function isTeamless(): Promise<boolean> {
  const holder = await currentPerson();
  return holder !== null && holder.teams.length === 0;
}
