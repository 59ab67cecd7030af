import { DeidError } from "../errors.ts";
import { startThread, type Thread } from "../io/threads.ts";
import type { Part } from "./part.ts";
import { blockSize } from "./person/block.ts";
import type { RenderOptions, Tally } from "./render.ts";
import type { WorkerAnswer, WorkerCall } from "./worker.ts";

export interface ParallelOptions {
  readonly job: RenderOptions;
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** The calling thread is one of them. */
  readonly workers: number;
  readonly signal: AbortSignal | undefined;
  /** Renders a part on the calling thread, and lets the others be heard meanwhile. */
  readonly renderHere: (from: number, to: number) => Promise<Part>;
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  /** Once for each part, in order. */
  readonly onPart: (patients: number, tally: Tally) => void;
}

/** A part is to come to about so many bytes: of how many patients is learnt from the parts before. */
const partBytes = 1 << 20;
const firstPatients = 50;
const leastPatients = 10;
/** Parts that a thread has been asked for: with one more than it works at, it need not wait to be heard. */
const asked = 2;
/** In megabytes: of what was just made, as much as the calling thread has; of what lasts, far more than a population needs. */
const limits = { young: 48, old: 512 };

/**
 * Renders patients on the calling thread and others beside it, and writes them in order: the same bytes as one thread gives.
 * The others get parts as soon as they have loaded; until then, and whenever there is none of theirs to write, this one renders.
 */
export async function renderInParallel(options: ParallelOptions): Promise<void> {
  const { job, from, to, workers, signal, renderHere, write, onPart } = options;
  const module = new URL("./worker.js", import.meta.url);
  const threads = Array.from({ length: workers - 1 }, () =>
    createHelper(startThread<WorkerCall, WorkerAnswer>(module, limits), () => hand()),
  );
  /** Under way or waiting to be written: bounds memory. */
  const most = workers * (asked + 1);
  const underWay: { readonly part: Promise<Part>; readonly patients: number; isDone: boolean }[] = [];
  let patientsAPart = firstPatients;
  let next = from;

  /** Never over the end of a block, so that few threads plan the same one; ever less towards the end, so that none is left waiting. */
  const cut = (): { from: number; to: number } => {
    const fair = Math.max(leastPatients, Math.ceil((to - next) / (workers * 3)));
    const end = Math.min(to, next + Math.min(patientsAPart, fair), (Math.floor(next / blockSize) + 1) * blockSize);
    const part = { from: next, to: end };
    next = end;
    return part;
  };
  const enter = (part: Promise<Part>, patients: number): void => {
    const entry = { part, patients, isDone: false };
    underWay.push(entry);
    const done = (): void => {
      entry.isDone = true;
    };
    // A rejection is met when the part is taken.
    part.then(done, done);
  };
  const hand = (): void => {
    for (const thread of threads) {
      while (thread.isReady && thread.busy < asked && next < to && underWay.length < most) {
        const part = cut();
        enter(thread.render(part), part.to - part.from);
      }
    }
  };
  const take = async (): Promise<void> => {
    const { part, patients } = underWay.shift()!;
    const { files, tally } = await part.catch((error: unknown) => {
      throw signal?.aborted ? interrupted() : error;
    });
    if (signal?.aborted) throw interrupted();
    let bytes = 0;
    for (const [file, text] of files) {
      bytes += text.length;
      await write(file, text);
    }
    patientsAPart = Math.max(leastPatients, Math.min(blockSize, Math.round((partBytes * patients) / Math.max(1, bytes))));
    onPart(patients, tally);
  };

  const stop = (): void => void Promise.all(threads.map((thread) => thread.stop()));
  signal?.addEventListener("abort", stop);
  try {
    for (const thread of threads) thread.begin(job);
    while (next < to || underWay.length > 0) {
      if (signal?.aborted) throw interrupted();
      for (const { failure } of threads) if (failure) throw failure;
      hand();
      if (underWay[0]?.isDone || next === to || underWay.length === most) {
        await take();
        continue;
      }
      const part = cut();
      const here = renderHere(part.from, part.to);
      enter(here, part.to - part.from);
      await here.catch(() => {});
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

/** A thread and how much it was asked for. `onIdle` when it could take a part. */
function createHelper(thread: Thread<WorkerCall, WorkerAnswer>, onIdle: () => void) {
  const helper = {
    isReady: false,
    busy: 0,
    failure: undefined as unknown,
    begin(job: RenderOptions): void {
      answerOf(thread, { job }).then(
        () => {
          helper.isReady = true;
          onIdle();
        },
        (error: unknown) => {
          helper.failure = error;
        },
      );
    },
    async render(part: { readonly from: number; readonly to: number }): Promise<Part> {
      helper.busy++;
      const answer = await answerOf(thread, part);
      if (!("files" in answer)) throw new Error("unreachable: a part was answered with something else");
      helper.busy--;
      onIdle();
      return answer;
    },
    stop: () => thread.stop(),
  };
  return helper;
}

async function answerOf(
  thread: Thread<WorkerCall, WorkerAnswer>,
  call: WorkerCall,
): Promise<Exclude<WorkerAnswer, { readonly code: unknown }>> {
  const answer = await thread.call(call).catch((): WorkerAnswer => ({ code: "defect", message: "" }));
  if (!("code" in answer)) return answer;
  const { code, message, location, hint } = answer;
  if (code === "defect") throw new Error("unreachable: a worker thread failed");
  throw new DeidError(code, message, location, hint);
}

const interrupted = (): DeidError => new DeidError("interrupted", "generation was interrupted");
