import * as http from "node:http";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { upstreamUrl } from "../upstream-url";

const encoder = new TextEncoder();
const HEADERS = { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform", "x-vercel-ai-ui-message-stream": "v1" };

type Emit = { text(d: string): void; end(): void };

function makeOut(opts: { frameMs: number; bytes: boolean; shared: boolean }) {
  let controller!: ReadableStreamDefaultController<Uint8Array> | ReadableByteStreamController;
  const abort = new AbortController();
  const src: any = { start(c: any) { controller = c; }, cancel() { abort.abort(); } };
  if (opts.bytes) src.type = "bytes";
  const stream = new ReadableStream<Uint8Array>(src, { highWaterMark: 0 });
  let started = false, buf = "", timer: any = null, lastMs = 0;
  const write = (s: string) => controller.enqueue(encoder.encode(s) as any);
  const flush = () => {
    timer = null;
    if (buf === "") return;
    const s = `data: {"type":"text-delta","id":"t","delta":${JSON.stringify(buf)}}\n\n`;
    buf = "";
    lastMs = performance.now();
    write(s);
  };
  const emit: Emit = {
    text(d) {
      if (!started) {
        started = true;
        write(`data: {"type":"start"}\n\ndata: {"type":"text-start","id":"t"}\n\n`.concat(`data: {"type":"text-delta","id":"t","delta":${JSON.stringify(d)}}\n\n`));
        lastMs = performance.now();
        return;
      }
      if (opts.frameMs < 0) { buf = d; flush(); return; }
      buf += d;
      if (opts.shared) { enrol(flush); if (timer === null) timer = 1; return; }
      if (timer === null) timer = setTimeout(flush, opts.frameMs);
    },
    end() {
      if (timer !== null && timer !== 1) clearTimeout(timer);
      flush();
      write(`data: {"type":"text-end","id":"t"}\n\ndata: {"type":"finish"}\n\ndata: [DONE]\n\n`);
      controller.close();
    },
  };
  return { stream, emit, abort };
}

const pending = new Set<() => void>();
let tick: any = null;
let FRAME = 16;
function enrol(f: () => void) {
  pending.add(f);
  tick ??= setTimeout(() => { tick = null; const all = [...pending]; pending.clear(); for (const x of all) x(); }, FRAME);
}

const BODY = JSON.stringify({ model: "bench", stream: true, stream_options: { include_usage: true }, messages: [{ role: "user", content: "Tell me about rivers." }] });

function parser(emit: Emit) {
  let rest = "";
  return (text: string) => {
    const pieces = (rest + text).split("\n\n");
    rest = pieces.pop() ?? "";
    for (const p of pieces) {
      const data = p.slice(6);
      if (data === "[DONE]") continue;
      const c = JSON.parse(data).choices?.[0]?.delta?.content;
      if (c) emit.text(c);
    }
  };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
function httpPost(url: string, body: string, signal: AbortSignal): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const r = http.request(url, { method: "POST", agent, signal, headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) } }, resolve);
    r.on("error", reject);
    r.end(body);
  });
}

/** fetch over node:http: Response with a body fed from 'data'; readMs>0 = read at most once a frame. */
function nodeFetch(readMs: number): typeof fetch {
  return async (input, init) => {
    const res = await httpPost(String(input), String(init?.body), init?.signal as AbortSignal);
    let timer: any = null;
    let first = true;
    const stream = new ReadableStream<Uint8Array>({
      start(c) {
        res.on("data", (d: Buffer) => {
          c.enqueue(d);
          if (readMs > 0) {
            res.pause();
            timer = setTimeout(() => res.resume(), readMs);
          }
        });
        res.on("end", () => { clearTimeout(timer); c.close(); });
        res.on("error", (e) => c.error(e));
      },
      cancel() { res.destroy(); },
    }, { highWaterMark: 0 });
    return new Response(stream, { status: res.statusCode ?? 500, headers: { "content-type": "text/event-stream" } });
  };
}

/** merges content-only chat chunks inside each network read into one event. */
function mergeBody(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder();
  let rest = "";
  return body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, c) { 
      const pieces = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
      rest = pieces.pop() ?? "";
      const out = mergePieces(pieces);
      if (out !== "") c.enqueue(encoder.encode(out));
    },
  }));
}
function mergePieces(pieces: string[]): string {
  let out = "";
  let held: any = null;
  const flush = () => { if (held) { out += `data: ${JSON.stringify(held)}\n\n`; held = null; } };
  for (const p of pieces) {
    const data = p.slice(6);
    if (data === "[DONE]") { flush(); out += p + "\n\n"; continue; }
    const v = JSON.parse(data);
    const ch = v.choices?.[0];
    const content = ch?.delta?.content;
    if (typeof content === "string" && ch.finish_reason === null && v.usage == null && Object.keys(ch.delta).length === 1) {
      if (held) held.choices[0].delta.content += content; else held = v;
    } else { flush(); out += p + "\n\n"; }
  }
  flush();
  return out;
}
function mergedNodeFetch(readMs: number, mergeSplit = true): typeof fetch {
  return async (input, init) => {
    const res = await httpPost(String(input), String(init?.body), init?.signal as AbortSignal);
    res.setEncoding("utf8");
    let timer: any = null;
    let rest = "";
    const stream = new ReadableStream<Uint8Array>({
      start(c) {
        let held = "";
        const flush = () => {
          timer = null;
          const pieces = (rest + held).split("\n\n");
          held = "";
          rest = pieces.pop() ?? "";
          const out = mergePieces(pieces);
          if (out !== "") c.enqueue(encoder.encode(out));
        };
        let first = true;
        res.on("data", (d: string) => {
          held += d;
          if (first || readMs === 0) { first = false; flush(); }
          else timer ??= setTimeout(flush, readMs);
        });
        res.on("end", () => { clearTimeout(timer); flush(); c.close(); });
        res.on("error", (e) => c.error(e));
      },
      cancel() { res.destroy(); },
    }, { highWaterMark: 0 });
    return new Response(stream, { status: res.statusCode ?? 500, headers: { "content-type": "text/event-stream" } });
  };
}

const mergeFetch: typeof fetch = async (i, n) => {
  const r = await fetch(i, n);
  return new Response(r.body && mergeBody(r.body), { status: r.status, headers: r.headers });
};

function model(f?: typeof fetch) {
  return createOpenAICompatible({ name: "bench", baseURL: upstreamUrl(), apiKey: "x", includeUsage: true, ...(f ? { fetch: f } : {}) })("bench");
}

async function viaModel(f: typeof fetch | undefined, emit: Emit, signal: AbortSignal) {
  const { stream } = await model(f).doStream({ prompt: [{ role: "user", content: [{ type: "text", text: "Tell me about rivers." }] }], abortSignal: signal, includeRawChunks: false });
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value.type === "text-delta") emit.text(value.delta);
  }
  emit.end();
}
async function viaFetch(emit: Emit, signal: AbortSignal) {
  const r = await fetch(`${upstreamUrl()}/chat/completions`, { method: "POST", body: BODY, headers: { "content-type": "application/json" }, signal });
  const push = parser(emit);
  const dec = new TextDecoder();
  const reader = r.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    push(dec.decode(value, { stream: true }));
  }
  emit.end();
}
async function viaHttp(emit: Emit, signal: AbortSignal, readMs: number) {
  const res = await httpPost(`${upstreamUrl()}/chat/completions`, BODY, signal);
  res.setEncoding("utf8");
  const push = parser(emit);
  let timer: any = null;
  res.on("data", (d: string) => { push(d); if (readMs > 0) { res.pause(); timer = setTimeout(() => res.resume(), readMs); } });
  res.on("end", () => { clearTimeout(timer); emit.end(); });
}

/** Reads in paused mode: everything that came since the last frame in one read(). */
async function viaHttpFrame(emit: Emit, signal: AbortSignal, readMs: number) {
  const res = await httpPost(`${upstreamUrl()}/chat/completions`, BODY, signal);
  const dec = new TextDecoder();
  const push = parser(emit);
  let waiting = false;
  const drain = () => {
    waiting = false;
    const b: Buffer | null = res.read();
    if (b !== null) push(dec.decode(b, { stream: true }));
  };
  res.on("readable", () => { if (!waiting) { waiting = true; frame(drain, readMs); } });
  let first = true;
  function frame(f: () => void, ms: number) { if (first) { first = false; f(); waiting = false; } else setTimeout(f, ms); }
  res.on("end", () => emit.end());
}
/** Socket-level reads: stop reading the socket for a frame. */
async function viaHttpStop(emit: Emit, signal: AbortSignal, readMs: number) {
  const res = await httpPost(`${upstreamUrl()}/chat/completions`, BODY, signal);
  const dec = new TextDecoder();
  const push = parser(emit);
  const handle = (res.socket as any)._handle;
  let text = "";
  let timer: any = null;
  const flush = () => { const t = text; text = ""; push(t); };
  res.on("data", (b: Buffer) => {
    if (text === "") process.nextTick(flush);
    text += dec.decode(b, { stream: true });
    if (timer === null) { timer = setTimeout(() => { timer = null; if (!res.complete) handle.readStart(); }, readMs); handle.readStop(); }
  });
  res.on("end", () => { clearTimeout(timer); handle.readStart(); emit.end(); });
}
async function writeOnly(emit: Emit) {
  let n = 0;
  const step = () => { emit.text(" steel"); n += 1; if (n === 150) { gens.delete(step); emit.end(); } };
  gens.add(step);
  genTimer ??= setInterval(() => { for (const g of gens) g(); }, 20);
}
const gens = new Set<() => void>();
let genTimer: any = null;
export async function POST(request: Request): Promise<Response> {
  await request.json();
  const q = new URL(request.url).searchParams;
  const v = q.get("v") ?? "sdk";
  FRAME = Number(q.get("frame") ?? 16);
  const readMs = Number(q.get("read") ?? 0);
  const { stream, emit, abort } = makeOut({ frameMs: FRAME, bytes: q.get("bytes") === "1", shared: q.get("shared") === "1" });
  const s = abort.signal;
  const go = { sdk: () => viaModel(undefined, emit, s), sdkmerge: () => viaModel(mergeFetch, emit, s), sdknode: () => viaModel(nodeFetch(readMs), emit, s), sdknodemerge: () => viaModel(mergedNodeFetch(readMs), emit, s), fetch: () => viaFetch(emit, s), http: () => viaHttp(emit, s, readMs), httpframe: () => viaHttpFrame(emit, s, readMs), httpstop: () => viaHttpStop(emit, s, readMs), writeonly: () => writeOnly(emit) }[v]!;
  void go().catch((e) => console.error(e));
  return new Response(stream, { headers: HEADERS });
}
