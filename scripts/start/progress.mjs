const SHOW_AFTER_MS = 700;
const TICK_MS = 200;

function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/** Tells a person what goes on. A step that takes a moment is announced, timed live on a terminal, and its end
 *  told with the time it took; a quick one says nothing unless `verbose`. */
export function createProgress(stream, { verbose = false } = {}) {
  const line = (text) => stream.write(`${stream.isTTY ? "\r\x1b[K" : ""}${text}\n`);

  async function step(label, work) {
    const startedAt = performance.now();
    let announced = false;
    const tick = () => {
      if (stream.isTTY) stream.write(`\r\x1b[K  ${label} … ${seconds(startedAt)}`);
      else if (!announced) line(`  ${label} …`);
      announced = true;
    };
    let ticker;
    const delay = setTimeout(() => {
      tick();
      ticker = setInterval(tick, TICK_MS);
    }, SHOW_AFTER_MS);
    const stop = () => {
      clearTimeout(delay);
      clearInterval(ticker);
    };
    try {
      const result = await work();
      stop();
      if (announced || verbose) line(`✓ ${label} (${seconds(startedAt)})`);
      return result;
    } catch (error) {
      stop();
      line(`✗ ${label} (${seconds(startedAt)})`);
      throw error;
    }
  }

  return { line, step };
}
