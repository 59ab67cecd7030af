import { DeidError } from "../errors.ts";
import { startThread, type Thread } from "../io/threads.ts";
import { blockSize } from "./person/block.ts";
import type { RenderOptions, Tally } from "./render.ts";
import type { WorkerAnswer, WorkerCall } from "./worker.ts";

export interface ParallelOptions {
  readonly job: RenderOptions;
  /** Called while the threads load; gives the index from which they are to go on. */
  readonly begin: () => Promise<number>;
  /** Not included. */
  readonly to: number;
  readonly workers: number;
  readonly signal: AbortSignal | undefined;
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  /** Once for each part, in order. */
  readonly onPart: (patients: number, tally: Tally) => void;
}

/** A part is to come to about so many bytes: of how many patients is learnt from the parts before. */
const partBytes = 1 << 20;
const firstPatients = 50;
/** Parts under way or waiting to be written, for each thread: bounds memory, keeps both ends busy. */
const ahead = 1;
/** A record is garbage as soon as it is written, and a thread keeps some 50 MB: by default it would let garbage come to several times as much. */
const limits = { young: 16, old: 512 };

/** Renders patients on several threads and writes them in order: the same bytes as one thread gives. */
export async function renderInParallel({ job, begin, to, workers, signal, write, onPart }: ParallelOptions): Promise<void> {
  const module = new URL("./worker.js", import.meta.url);
  const threads = Array.from({ length: workers }, () => ({
    thread: startThread<WorkerCall, WorkerAnswer>(module, limits),
    busy: 0,
  }));
  const underWay: { readonly answer: Promise<WorkerAnswer>; readonly patients: number }[] = [];
  let patientsAPart = firstPatients;

  const ask = (on: (typeof threads)[number], call: WorkerCall, patients: number): void => {
    on.busy++;
    const answer = callOf(on.thread, call).finally(() => void on.busy--);
    // A rejection is met when the answer is taken.
    answer.catch(() => {});
    underWay.push({ answer, patients });
  };

  const take = async (): Promise<void> => {
    const { answer, patients } = underWay.shift()!;
    const told = await answer;
    if (signal?.aborted) throw interrupted();
    if ("code" in told) throw asError(told);
    if ("ready" in told) return;
    let bytes = 0;
    for (const [file, part] of told.files) {
      bytes += part.length;
      await write(file, part);
    }
    patientsAPart = Math.max(10, Math.min(blockSize, Math.round((partBytes * patients) / Math.max(1, bytes))));
    onPart(patients, told.tally);
  };

  const stop = (): void => void Promise.all(threads.map(({ thread }) => thread.stop()));
  signal?.addEventListener("abort", stop);
  try {
    for (const each of threads) ask(each, { job }, 0);
    const from = await begin();
    for (let next = from; next < to; ) {
      // Never over the end of a block, so that few threads plan the same one; nor so much that the last thread is left waiting.
      const fair = Math.ceil((to - from) / (workers * 4));
      const end = Math.min(to, next + Math.min(patientsAPart, Math.max(10, fair)), (Math.floor(next / blockSize) + 1) * blockSize);
      const least = threads.reduce((a, b) => (b.busy < a.busy ? b : a));
      ask(least, { from: next, to: end }, end - next);
      next = end;
      while (underWay.length > workers * (ahead + 1)) await take();
    }
    while (underWay.length > 0) await take();
  } finally {
    signal?.removeEventListener("abort", stop);
    await Promise.all(threads.map(({ thread }) => thread.stop()));
  }
}

/** A thread that was stopped because of the signal rejects; whoever takes the answer looks at the signal first. */
async function callOf(thread: Thread<WorkerCall, WorkerAnswer>, call: WorkerCall): Promise<WorkerAnswer> {
  try {
    return await thread.call(call);
  } catch {
    return { code: "defect", message: "" };
  }
}

const interrupted = (): DeidError => new DeidError("interrupted", "generation was interrupted");

function asError({ code, message, location, hint }: Extract<WorkerAnswer, { readonly code: unknown }>): Error {
  if (code === "defect") return new Error("unreachable: a worker thread failed");
  return new DeidError(code, message, location, hint);
}
