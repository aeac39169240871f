const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** Whether Markdown ends inside a fenced code block. */
export function hasOpenFence(text: string): boolean {
  let open: string | null = null;
  for (const line of text.split("\n")) {
    const [, fence, info = ""] = FENCE.exec(line) ?? [];
    if (fence === undefined) continue;
    if (open === null) open = fence[0] === "`" && info.includes("`") ? null : fence;
    else if (fence.startsWith(open) && info.trim() === "") open = null;
  }
  return open !== null;
}
