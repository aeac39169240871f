import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

export const teamId = () => uuid("team_id").notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
export const createdAt = () => instant("created_at").notNull().defaultNow();
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
