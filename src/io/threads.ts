import { isMainThread, parentPort, Worker } from "node:worker_threads";

/** A worker thread that answers calls in the order in which they were made. The process lives on until it is stopped. */
export interface Thread<Call, Answer> {
  /** `transfer` moves buffers instead of copying them. Rejects when the thread dies. */
  call(message: Call, transfer?: readonly ArrayBuffer[]): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * Starts a thread on a built module that calls `serveThread`. A crash gives a bare error: its message may quote an input.
 * `limits`, in megabytes: of what was just made, and of what has lived for a while. A thread that needs more of the second dies;
 * one that needs less collects its garbage sooner.
 */
export function startThread<Call, Answer>(module: URL, limits?: { readonly young: number; readonly old: number }): Thread<Call, Answer> {
  const resourceLimits = limits ? { maxYoungGenerationSizeMb: limits.young, maxOldGenerationSizeMb: limits.old } : {};
  const worker = new Worker(module, { stdout: true, stderr: true, resourceLimits });
  const waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = [];
  const fail = (): void => {
    for (const { reject } of waiting.splice(0)) reject(new Error("unreachable: a worker thread stopped"));
  };
  worker.on("message", (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on("error", fail);
  worker.on("exit", fail);
  return {
    call: (message, transfer = []) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(message, transfer);
      }),
    stop: async () => void (await worker.terminate()),
  };
}

/** Answers the calls of `startThread`, one after the other; `handler` turns its own failures into answers. */
export function serveThread<Call, Answer>(
  start: () => (message: Call) => Promise<{ readonly answer: Answer; readonly transfer?: readonly ArrayBuffer[] }>,
): void {
  if (isMainThread || !parentPort) return;
  const port = parentPort;
  const handler = start();
  let last: Promise<void> = Promise.resolve();
  port.on("message", (message: Call) => {
    last = last.then(async () => {
      const { answer, transfer = [] } = await handler(message);
      port.postMessage(answer, transfer);
    });
  });
}
