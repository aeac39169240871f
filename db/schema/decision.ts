import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Choice, Mode } from "@/lib/router/choice";
import type { DecidedBy } from "@/lib/router/decision";
import type { DecisionNotes, Override } from "@/lib/router/decision-notes";
import type { Effort } from "@/lib/router/effort";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import { createdAt, instant, teamId } from "./columns";

/** How a team's questions are routed; no row: as Wye has it. */
export const routingPolicy = pgTable("routing_policy", {
  teamId: teamId().primaryKey(),
  policy: jsonb("policy").$type<RoutingPolicy>().notNull(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

/** How one question was routed. Kept as long as the policy of retention says; what it cost stays in the ledger. Ids are
 *  UUIDv7, so that the key is the order of time. */
export const decision = pgTable(
  "decision",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    chatId: uuid("chat_id"),
    /** The answer's. */
    messageId: uuid("message_id"),
    /** The last call that was made for it, which answered unless all failed; the ledger says how it went. */
    callId: uuid("call_id"),
    /** Calls made before that one. */
    hops: integer("hops").notNull().default(0),
    choice: jsonb("choice").$type<Choice>().notNull(),
    mode: text("mode").$type<Mode>(),
    provider: text("provider").notNull(),
    model: text("model").notNull(),
    effort: text("effort").$type<Effort>(),
    decidedBy: text("decided_by").$type<DecidedBy>().notNull(),
    pReasoning: real("p_reasoning"),
    /** What kind of question it was, in the classifier's first word for it. */
    kind: text("kind"),
    estimatePico: numeric("estimate_pico", { precision: 60, scale: 0 }),
    currency: text("currency"),
    estimateMs: integer("estimate_ms"),
    /** Signals, reasons, fallbacks, alternatives with their estimates, and who was left out. */
    notes: jsonb("notes").$type<DecisionNotes>().notNull(),
    /** What Reasoning was estimated at where Knowledge was taken: of the notes, which are too large to be read for sums. */
    reasoningPico: numeric("reasoning_pico", { precision: 60, scale: 0 }).generatedAlwaysAs(
      sql`case when notes #>> '{alternatives,0,mode}' = 'reasoning' then (notes #>> '{alternatives,0,costPico}')::numeric end`,
    ),
    reasoningCurrency: text("reasoning_currency").generatedAlwaysAs(
      sql`case when notes #>> '{alternatives,0,mode}' = 'reasoning' then notes #>> '{alternatives,0,currency}' end`,
    ),
    /** Set when the person asked another way. */
    override: jsonb("override").$type<Override>(),
    overriddenAt: instant("overridden_at"),
    /** 1: good, -1: bad. */
    thumb: smallint("thumb"),
    /** Answers to one question that were asked for side by side. */
    comparisonId: uuid("comparison_id"),
    picked: boolean("picked"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex("decision_message_key").on(table.teamId, table.messageId),
    index("decision_person_idx").on(table.personId, table.teamId, table.id),
    index("decision_created_idx").on(table.createdAt),
  ],
);
