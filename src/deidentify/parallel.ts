import { DeidError } from "../errors.ts";
import type { Counts } from "../evidence/counts.ts";
import type { PrivateEvidence } from "../evidence/private.ts";
import type { Dialect, Format, Malformed } from "../formats/format.ts";
import { startThread, type Thread } from "../io/threads.ts";
import type { WorkerAnswer, WorkerCall, WorkerJob } from "./worker.ts";

export interface ParallelOptions {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly format: Format;
  readonly dialect: Dialect;
  readonly job: WorkerJob;
  readonly pool: Pool;
  readonly counts: Counts;
  readonly evidence: PrivateEvidence;
  readonly onMalformed: ((malformed: Malformed) => void) | undefined;
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly onRecords: (records: number) => void;
}

/** Threads that serve one input after the other. */
export interface Pool {
  readonly threads: readonly Thread<WorkerCall, WorkerAnswer>[];
  stop(): Promise<void>;
}

/** Starts the threads; they load while the inputs are looked at. */
export function startPool(workers: number): Pool {
  const module = new URL("./worker.js", import.meta.url);
  const threads = Array.from({ length: workers }, () => startThread<WorkerCall, WorkerAnswer>(module));
  return { threads, stop: async () => void (await Promise.all(threads.map((thread) => thread.stop()))) };
}

/** A chunk for a worker holds about this many bytes of whole records. */
const chunkBytes = 1 << 20;
/** Chunks under way or waiting to be written, for each worker: bounds memory, keeps both ends busy. */
const ahead = 2;

/** De-identifies one input on several threads; the output comes in the order of the input. Gives the number of records. */
export async function editInParallel(options: ParallelOptions): Promise<{ readonly records: number; readonly malformed: number }> {
  const { job, counts, evidence } = options;
  const { threads } = options.pool;
  const underWay: Promise<WorkerAnswer>[] = [];
  let records = 0;
  let lines = 0;
  let malformed = 0;

  const take = async (): Promise<void> => {
    const answer = await underWay.shift()!;
    if ("code" in answer) throw asError(answer, records, lines);
    if ("ready" in answer) return;
    if ("counts" in answer) return counts.merge(answer.counts);
    for (const one of answer.malformed) options.onMalformed?.({ ...one, record: one.record + records, line: one.line + lines });
    const { warnings, ...rest } = answer.evidence;
    evidence.merge({
      ...rest,
      warnings: warnings.map((warning) => (warning.record === undefined ? warning : { ...warning, record: warning.record + records })),
    });
    records += answer.records + answer.malformed.length;
    malformed += answer.malformed.length;
    lines += answer.lines;
    await options.write(answer.bytes);
    options.onRecords(records);
  };

  const ask = (thread: Thread<WorkerCall, WorkerAnswer>, call: WorkerCall, transfer: readonly ArrayBuffer[] = []): void => {
    const answer = thread.call(call, transfer);
    // Rejections are met when the answer is taken.
    answer.catch(() => {});
    underWay.push(answer);
  };

  try {
    for (const thread of threads) ask(thread, { job });
    let turn = 0;
    for await (const bytes of wholeRecords(options.bytes, options.format, options.dialect)) {
      if (underWay.length >= threads.length * (ahead + 1)) await take();
      ask(threads[turn % threads.length]!, { bytes, isFirst: turn === 0 }, [bytes.buffer as ArrayBuffer]);
      turn++;
    }
    while (underWay.length > 0) await take();
    for (const thread of threads) ask(thread, { finish: true });
    while (underWay.length > 0) await take();
    return { records, malformed };
  } finally {
    // The next input must not meet answers of this one.
    await Promise.allSettled(underWay);
  }
}

function asError(answer: Extract<WorkerAnswer, { readonly code: unknown }>, records: number, lines: number): Error {
  const { code, message, location, hint } = answer;
  if (code === "defect") return new Error("unreachable: a worker thread failed");
  const { record, line, ...rest } = location ?? {};
  return new DeidError(
    code,
    message,
    { ...rest, ...(line !== undefined && { line: line + lines }), ...(record !== undefined && { record: record + records }) },
    hint,
  );
}

/** Cuts a stream of bytes after whole records. */
async function* wholeRecords(source: AsyncIterable<Uint8Array>, format: Format, dialect: Dialect): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held: Uint8Array[] = [];
  let size = 0;
  let wanted = chunkBytes;
  for await (const bytes of source) {
    held.push(bytes);
    size += bytes.length;
    if (size < wanted) continue;
    const all = join(held, size);
    const cut = format.splitBytes!(all, dialect);
    if (cut === 0) {
      // One record longer than a chunk: look again when there is twice as much.
      held = [all];
      wanted = size * 2;
      continue;
    }
    yield all.slice(0, cut);
    held = [all.subarray(cut)];
    size -= cut;
    wanted = chunkBytes;
  }
  if (size > 0) yield join(held, size).slice();
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
