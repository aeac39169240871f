/** Runs what prints on this process's streams. @returns its exit code and all that it printed */
export async function capture(run: () => Promise<number>): Promise<{ code: number; printed: string }> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let printed = "";
  for (const stream of streams) {
    stream.write = (text: string | Uint8Array) => {
      printed += typeof text === "string" ? text : Buffer.from(text).toString("utf8");
      return true;
    };
  }
  try {
    const code = await run();
    return { code, printed };
  } finally {
    streams.forEach((stream, at) => {
      const write = writes[at];
      if (write) stream.write = write;
    });
  }
}
