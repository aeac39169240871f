import { countOf } from "../count-of";
import { checkBuckets, readUsage } from "../read-usage";
import type { ReadUsage, UsageReport } from "../usage-report";

/** What is written to the cache for an hour costs more than what is written for five minutes; `cache_creation` tells
 *  them apart, and without it all of it was for five minutes. A search on the web is charged by itself.
 *  @throws RangeError if the report contradicts itself. */
export function readAnthropicUsage(report: UsageReport): ReadUsage | null {
  const read = readUsage(report);
  if (!read) return null;
  const { raw } = report.usage;
  const cacheWrite1h = countOf(raw?.cache_creation, "ephemeral_1h_input_tokens") ?? 0;
  const buckets = checkBuckets({
    ...read.buckets,
    cacheWrite: read.buckets.cacheWrite - cacheWrite1h,
    cacheWrite1h,
    webSearches: countOf(raw?.server_tool_use, "web_search_requests") ?? 0,
  });
  return { ...read, buckets };
}
