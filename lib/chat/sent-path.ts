import type { MessageRole, MessageStatus } from "./message";

interface Sent {
  role: MessageRole;
  status: MessageStatus;
}

/** What of a path a model is sent: from the last summary in effect on, without the other summaries. One that was
 *  stopped, failed or says nothing stands for nothing: then what is above it is sent as if it were not there. */
export function sentPath<Row extends Sent>(path: readonly Row[], isEmpty: (row: Row) => boolean): Row[] {
  const start = path.findLastIndex(
    (row) => row.role === "summary" && row.status === "complete" && !isEmpty(row),
  );
  return path.filter((row, at) => at === start || (at > start && row.role !== "summary"));
}
