import { DeidError, type ErrorCode, type Location } from "../errors.ts";
import { serveThread } from "../io/threads.ts";
import { createPartWriter, type Part, type PartWriter } from "./part.ts";
import { createRenderer, type RenderOptions } from "./render.ts";

/** First what is to be written; then parts of the population, from an index up to but not including another. */
export type WorkerCall = { readonly job: RenderOptions } | { readonly from: number; readonly to: number };

export type WorkerAnswer =
  | { readonly ready: true }
  | Part
  | {
      readonly code: ErrorCode | "defect";
      readonly message: string;
      readonly location?: Location | undefined;
      readonly hint?: string | undefined;
    };

serveThread<WorkerCall, WorkerAnswer>(() => {
  let writer: PartWriter | undefined;
  return async (call) => {
    try {
      if ("job" in call) {
        writer = createPartWriter(await createRenderer(call.job));
        return { answer: { ready: true } };
      }
      if (!writer) throw new Error("unreachable: a part before its job");
      for (let index = call.from; index < call.to; index++) writer.patient(index);
      const part = writer.take();
      return { answer: part, transfer: part.files.map(([, bytes]) => bytes.buffer) };
    } catch (error) {
      // Any other message might hold anything.
      if (!(error instanceof DeidError)) return { answer: { code: "defect", message: "" } };
      return { answer: { code: error.code, message: error.message, location: error.location, hint: error.hint } };
    }
  };
});
