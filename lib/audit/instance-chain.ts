/** Whose entries those of the instance itself are, where a team's id is asked for. */
export { INSTANCE_TEAM_ID as INSTANCE_CHAIN } from "@/db/schema/provider";
